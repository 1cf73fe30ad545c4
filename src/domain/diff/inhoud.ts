import { z } from 'zod';
import type { Bevinding } from '../checks/bevinding.ts';
import { regelSchema, voorwaardeSchema } from '../model/regel.ts';
import { WEET_NIET } from '../model/vraag.ts';

/** A question as far as its answers matter here. */
const vraagSchema = z.looseObject({
  feit: z.string(),
  type: z.enum(['jaNee', 'keuze', 'meerkeuze']),
  opties: z
    .array(z.looseObject({ id: z.string(), alleen: z.boolean().optional() }))
    .default([{ id: 'ja' }, { id: 'nee' }, { id: WEET_NIET }]),
});
export type VergelekenVraag = z.infer<typeof vraagSchema>;

/** The rules of a table as far as its oordeel depends on them. */
const regelsSchema = z.looseObject({
  criteria: z.array(z.looseObject({ id: z.string(), weging: z.string(), voorwaarde: voorwaardeSchema })),
  regel: regelSchema,
});
export type VergelekenRegels = z.infer<typeof regelsSchema>;

const tafelSchema = z.looseObject({ id: z.string() });

/** A table: what the source says of it, and its rules. */
export interface VergelekenTafel {
  readonly gegevens: z.infer<typeof tafelSchema>;
  readonly regels: VergelekenRegels;
}

/** Content to compare: no stricter than a comparison needs, so that an older version can be read as well. */
export interface Inhoud {
  readonly vragen: readonly VergelekenVraag[];
  readonly tafels: ReadonlyMap<string, VergelekenTafel>;
  /** The other files by path, without their `$schema`. */
  readonly overig: ReadonlyMap<string, unknown>;
}

const VRAGEN = 'rules/vragen.json';
const TAFEL = /^tables\/overlegtafels\/([^/]+)\.json$/;
const REGELS = /^rules\/([^/]+)\.json$/;

/**
 * Reads content from its files: JSON by path. A list may stand in its file under its own name, or, as it did before
 * the files had a `$schema`, by itself. What is too different to compare is named.
 */
export function parseInhoud(
  bestanden: ReadonlyMap<string, unknown>,
): { readonly inhoud: Inhoud } | { readonly fouten: readonly Bevinding[] } {
  const fouten: Bevinding[] = [];
  const lees = <T>(bestand: string, schema: z.ZodType<T>): T | undefined => {
    const gelezen = schema.safeParse(toKern(bestand, bestanden.get(bestand)));
    if (gelezen.success) return gelezen.data;
    fouten.push(
      ...gelezen.error.issues.map(({ path, message }) => ({
        bestand,
        plaats: path.join('.'),
        melding: message,
      })),
    );
    return undefined;
  };
  const vragen = lees(VRAGEN, z.array(vraagSchema)) ?? [];
  const tafels = new Map<string, VergelekenTafel>();
  const overig = new Map<string, unknown>();
  for (const [bestand, json] of bestanden) {
    const naam = TAFEL.exec(bestand)?.[1];
    if (naam !== undefined) {
      const gegevens = lees(bestand, tafelSchema);
      const regels = lees(`rules/${naam}.json`, regelsSchema);
      if (gegevens && regels) tafels.set(naam, { gegevens, regels });
    } else if (!REGELS.test(bestand)) overig.set(bestand, toKern(bestand, json));
  }
  return fouten.length > 0 ? { fouten } : { inhoud: { vragen, tafels, overig } };
}

/** What a file holds: its list, or everything but its `$schema`. */
function toKern(bestand: string, json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const { $schema: _, ...rest } = json as Record<string, unknown>;
  const naam = bestand.replace(/^.*\/|\.json$/g, '');
  return Array.isArray(rest[naam]) && Object.keys(rest).length === 1 ? rest[naam] : rest;
}
