import { z } from 'zod';
import type { Say } from '../texts.ts';
import { MAX_CASUS } from './casus.ts';

/** What the first line of an encrypted case file says. */
const SEALED_FORMAT = 'rdm-casus-versleuteld';
const SEALED_VERSION = 1;
/** What OWASP asks of PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
/** Below this a file is not safe; above it a hostile one would cost minutes. */
const MIN_ITERATIONS = 100_000;
const MAX_ITERATIONS = 1_000_000;
/** In characters: base64 of the longest file, with the tag of AES-GCM. */
const MAX_CONTENT = 4 * Math.ceil((MAX_CASUS + 16) / 3);
/** The longest that is read: with room for a header on lines of its own. */
export const MAX_SEALED = MAX_CONTENT + 2_000;

/** An encrypted case file: everything that who has the passphrase needs to open it with WebCrypto. */
const sealedSchema = z.strictObject({
  format: z.literal(SEALED_FORMAT),
  versie: z.literal(SEALED_VERSION),
  afleiding: z.strictObject({
    naam: z.literal('PBKDF2'),
    hash: z.literal('SHA-256'),
    iteraties: z.int().min(MIN_ITERATIONS).max(MAX_ITERATIONS),
    zout: z.string().regex(/^[A-Za-z0-9+/]{22}==$/),
  }),
  versleuteling: z.strictObject({
    naam: z.literal('AES-GCM'),
    iv: z.string().regex(/^[A-Za-z0-9+/]{16}$/),
  }),
  // 24 characters are 16 bytes, which is the tag alone.
  inhoud: z
    .string()
    .min(24)
    .max(MAX_CONTENT)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .refine((text) => text.length % 4 === 0),
});

export type SealedCasus = z.infer<typeof sealedSchema>;

/** The JSON Schema of an encrypted file. */
export function toSealedJsonSchema(): object {
  return {
    title: 'Versleuteld casusbestand van de RDM-wegwijzer',
    ...z.toJSONSchema(sealedSchema, { io: 'input' }),
  };
}

/** A header as it is made, with the places where random bytes come. */
export function toSealedHeader(zout: string, iv: string): Omit<SealedCasus, 'inhoud'> {
  return {
    format: SEALED_FORMAT,
    versie: SEALED_VERSION,
    afleiding: { naam: 'PBKDF2', hash: 'SHA-256', iteraties: ITERATIONS, zout },
    versleuteling: { naam: 'AES-GCM', iv },
  };
}

/** Whether a text is an encrypted file, of whatever version. Within a text of a case file these quotes have a backslash. */
export function isSealed(text: string): boolean {
  return /"format"\s*:\s*"rdm-casus-versleuteld"/.test(text);
}

/** Reads an encrypted file as far as it goes without the passphrase, or says in Dutch why that cannot be. */
export function parseSealed(
  say: Say,
  text: string,
): { readonly sealed: SealedCasus } | { readonly fout: string } {
  if (text.length > MAX_SEALED) return { fout: say('casus.te-groot') };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { fout: say('versleuteld.beschadigd') };
  }
  const parsed = sealedSchema.safeParse(json);
  if (parsed.success) return { sealed: parsed.data };
  const { versie } = (json ?? {}) as { versie?: unknown };
  if (Number.isInteger(versie) && Number(versie) > SEALED_VERSION)
    return { fout: say('versleuteld.nieuwer', { versie: Number(versie), kent: SEALED_VERSION }) };
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  if (place === 'afleiding.iteraties')
    return {
      fout: say('versleuteld.iteraties', { minstens: MIN_ITERATIONS, hoogstens: MAX_ITERATIONS }),
    };
  return { fout: say(/\.(?:naam|hash)$/.test(place) ? 'versleuteld.onbekend' : 'versleuteld.beschadigd') };
}
