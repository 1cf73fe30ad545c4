import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { memoize } from '../domain/memoize.ts';
import type { EnvelopedMail } from './smtp-mailer.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what a mail says while it waits, and makes hashes that only this server can make. */
export interface MailSeal {
  /** Seals for the mail with this id, with the newest secret. */
  seal(id: string, content: Buffer): Buffer;
  /** Opens what `seal` made with any of the secrets; null when it was made for another, or elsewhere. */
  open(id: string, bytes: Buffer): Buffer | null;
  /** Throws what the other methods throw while there is no secret to seal with. */
  check(): void;
  /** The hash of a text for one purpose, under each secret; newest first. */
  hashes(doel: string, tekst: string): readonly [string, ...string[]];
}

/** Makes the seal from the secrets of the server, newest first. All that it does throws what `secrets` throws. */
export function createMailSeal(secrets: () => readonly string[]): MailSeal {
  const toKey = (doel: string) => (secret: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `rdm-wegwijzer ${doel}`, 32));
  const findKeys = memoize(secrets, (list) => list.map(toKey('verzending')));
  const findHashKeys = memoize(secrets, (list) => list.map(toKey('verzending hash')));
  return {
    seal(id, content) {
      const [newest] = findKeys();
      if (!newest) throw new Error('Er is geen geheim om e-mail mee te verzegelen.');
      return sealWith(newest, id, content);
    },
    open(id, bytes) {
      for (const key of findKeys()) {
        const content = openWith(key, id, bytes);
        if (content) return content;
      }
      return null;
    },
    check: () => void findKeys(),
    hashes: (doel, tekst) =>
      findHashKeys().map((key) =>
        createHmac('sha256', key).update(`${doel}\n${tekst}`).digest('base64url'),
      ) as [string],
  };
}

/** Seals with AES-256-GCM for one id: IV, ciphertext, tag. */
export function sealWith(key: Buffer, id: string, content: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(id));
  return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealWith` made with the same key and id; null for anything else. */
export function openWith(key: Buffer, id: string, bytes: Buffer): Buffer | null {
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(id))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

const mailContentSchema = z.strictObject({
  /** The name of the table in a running sentence. */
  tafel: z.string(),
  afzender: z.string(),
  van: z.string(),
  aan: z.array(z.string()),
  cc: z.array(z.string()),
  onderwerp: z.string(),
  bericht: z.base64(),
});

/** What a mail says and to whom: kept sealed, and wiped when it is sent or given up. */
export type MailContent = z.infer<typeof mailContentSchema>;

/** What is sealed. */
export function encodeMailContent(content: MailContent): Buffer {
  return Buffer.from(JSON.stringify(content));
}

/** Reads what `encodeMailContent` made; null for null, and for what another version made in another form. */
export function decodeMailContent(bytes: Buffer | null): MailContent | null {
  return bytes && (mailContentSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null);
}

/** The mail as it is handed over. */
export function toEnvelopedMail({ van, aan, cc, bericht }: MailContent): EnvelopedMail {
  return { van, aan: [...aan, ...cc], bericht: Buffer.from(bericht, 'base64') };
}
