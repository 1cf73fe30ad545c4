import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { regelSchema, voorwaardeSchema } from '../domain/model/regel.ts';
import { DONT_KNOW } from '../domain/model/vraag.ts';
import { type Bevinding, toLijst } from './content-fault.ts';

/** A question as far as its answers matter here. */
const vraagSchema = z.looseObject({
  feit: z.string(),
  type: z.enum(['jaNee', 'keuze', 'meerkeuze']),
  opties: z
    .array(z.looseObject({ id: z.string(), alleen: z.boolean().optional() }))
    .default([{ id: 'ja' }, { id: 'nee' }, { id: DONT_KNOW }]),
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

/** The files that hold content; their schemas lie in folders of their own. */
const INHOUD = /^(rules|tables|tables\/overlegtafels)\/[^/]+\.json$/;

/** Thrown when a version of the content cannot be read; the message is a sentence for whoever asked. */
export class VersieFout extends Error {
  constructor(melding: string) {
    super(melding);
    this.name = 'VersieFout';
  }
}

/**
 * Reads the content below `root` as it is now, to compare.
 * @throws VersieFout
 */
export function readHuidig(root: string): Inhoud {
  const paden = ['rules', 'tables', 'tables/overlegtafels'].flatMap((map) =>
    readdirSync(join(root, map)).map((naam) => `${map}/${naam}`),
  );
  return toInhoud('de inhoud van nu', paden, (pad) => readFileSync(join(root, pad), 'utf8'));
}

/**
 * Reads the content below `root` as it was at a revision in git, to compare.
 * @throws VersieFout when the revision is unknown or holds no content, or content of another form.
 */
export function readRevisie(root: string, revisie: string): Inhoud {
  const commit = findCommit(root, revisie);
  // Paths are relative to `root`, also when the project is a folder of a larger repository.
  const paden = git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', 'rules', 'tables').split('\0');
  if (!paden.some((pad) => INHOUD.test(pad)))
    throw new VersieFout(`Revisie ${revisie} heeft nog geen inhoud in rules/ en tables/.`);
  return toInhoud(`de inhoud van ${revisie}`, paden, (pad) => git(root, 'show', `${commit}:./${pad}`));
}

function toInhoud(naam: string, paden: readonly string[], lees: (pad: string) => string): Inhoud {
  const bestanden = new Map(
    paden
      .filter((pad) => INHOUD.test(pad))
      .sort()
      .map((pad) => [pad, parseJson(naam, pad, lees(pad))]),
  );
  const gelezen = parseInhoud(bestanden);
  if ('inhoud' in gelezen) return gelezen.inhoud;
  throw new VersieFout(
    `Vergelijken kan niet: ${naam} heeft een andere vorm dan hier te lezen is.\n${toLijst(gelezen.fouten, 'fout', 'fouten')}`,
  );
}

function parseJson(naam: string, pad: string, tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    throw new VersieFout(`Vergelijken kan niet: in ${naam} is ${pad} geen geldige JSON.`);
  }
}

function findCommit(root: string, revisie: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revisie}^{commit}`).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new VersieFout('Vergelijken kan niet: het programma git is niet te vinden.');
    throw new VersieFout(
      `Revisie "${revisie}" bestaat niet. Geef een commit, tak of label van git, zoals HEAD~1 of main.`,
    );
  }
}

function git(root: string, ...opdracht: readonly string[]): string {
  return execFileSync('git', ['-C', root, ...opdracht], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
}
