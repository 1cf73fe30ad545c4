import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listOf } from '../domain/editing/part.ts';
import type { Finding } from '../domain/editing/proof.ts';
import { isObject } from '../domain/json.ts';
import { regelSchema, voorwaardeSchema } from '../domain/model/regel.ts';
import { DONT_KNOW, whenSchema } from '../domain/model/vraag.ts';
import type { ProofContent } from '../domain/proof/proof-content.ts';
import { toFinding, toList } from './content-fault.ts';
import { ladderOrder } from './content-files.ts';
import { findCommit, listPaths, readBlobs, VersionFault } from './git-files.ts';

/** A question as far as the advice depends on it. */
const vraagSchema = z.looseObject({
  feit: z.string(),
  type: z.enum(['jaNee', 'keuze', 'meerkeuze']),
  wanneer: whenSchema,
  stapTeZetten: z.boolean().default(false),
  opties: z
    .array(z.looseObject({ id: z.string(), alleen: z.boolean().optional() }))
    .default([{ id: 'ja' }, { id: 'nee' }, { id: DONT_KNOW }]),
});
export type ComparedVraag = z.infer<typeof vraagSchema>;

/** The rules of a table as far as the advice depends on them. */
const regelsSchema = z.looseObject({
  signaal: z.string(),
  ookGeopendDoor: voorwaardeSchema.optional(),
  slaatLokaalOver: z.looseObject({ ja: z.boolean() }),
  spoed: z.boolean(),
  criteria: z.array(
    z.looseObject({
      id: z.string(),
      weging: z.enum(['vereist', 'aandachtspunt']),
      voorwaarde: voorwaardeSchema,
    }),
  ),
  regel: regelSchema,
  financiering: z.looseObject({ feit: z.string() }).optional(),
});
type ComparedRegels = z.infer<typeof regelsSchema>;

const tafelSchema = z.looseObject({
  id: z.string(),
  soort: z.enum(['overlegtafel', 'voorziening']),
  trede: z.number(),
  volgorde: z.number(),
  aanmelders: z.looseObject({
    rollen: z.array(z.string()),
    via: z.string(),
    overlegMet: z.array(z.string()),
  }),
});

/** A table: what the source says of it, and its rules. */
export interface ComparedTafel {
  readonly gegevens: z.infer<typeof tafelSchema>;
  readonly regels: ComparedRegels;
}

/** Content to compare: no stricter than a comparison needs, so that an older version can be read as well. */
export interface ComparedContent {
  readonly vragen: readonly ComparedVraag[];
  readonly tafels: ReadonlyMap<string, ComparedTafel>;
  /** The other files by path, without their `$schema`. */
  readonly rest: ReadonlyMap<string, unknown>;
}

/** The content as far as the advice depends on it, in ladder order. */
export function toProofContent({ vragen, tafels }: ComparedContent): ProofContent {
  return {
    vragen,
    tafels: [...tafels.values()].map(({ gegevens, regels }) => ({ ...gegevens, regels })).sort(ladderOrder),
  };
}

const VRAGEN = 'rules/vragen.json';
const TAFEL = /^tables\/overlegtafels\/([^/]+)\.json$/;
const REGELS = /^rules\/([^/]+)\.json$/;

/**
 * Reads content from its files: JSON by path. A list may stand in its file under its own name, or, as it did before
 * the files had a `$schema`, by itself. What is too different to compare is named.
 */
export function parseContent(
  files: ReadonlyMap<string, unknown>,
): { readonly inhoud: ComparedContent } | { readonly fouten: readonly Finding[] } {
  const fouten: Finding[] = [];
  const read = <T>(bestand: string, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(toCore(bestand, files.get(bestand)));
    if (parsed.success) return parsed.data;
    fouten.push(
      ...parsed.error.issues.map(({ path, message }) => toFinding(bestand, path.join('.'), message)),
    );
    return undefined;
  };
  const vragen = read(VRAGEN, z.array(vraagSchema)) ?? [];
  const tafels = new Map<string, ComparedTafel>();
  const rest = new Map<string, unknown>();
  for (const [bestand, json] of files) {
    const naam = TAFEL.exec(bestand)?.[1];
    if (naam !== undefined) {
      const gegevens = read(bestand, tafelSchema);
      const regels = read(`rules/${naam}.json`, regelsSchema);
      if (gegevens && regels) tafels.set(naam, { gegevens, regels });
    } else if (!REGELS.test(bestand)) rest.set(bestand, toCore(bestand, json));
  }
  return fouten.length > 0 ? { fouten } : { inhoud: { vragen, tafels, rest } };
}

/** What a file holds: its list, or everything but its `$schema`. */
function toCore(bestand: string, json: unknown): unknown {
  if (!isObject(json)) return json;
  const { $schema: _, ...rest } = json;
  return listOf(bestand, json) ?? rest;
}

/** The files that hold content; their schemas lie in folders of their own. */
const CONTENT = /^(rules|tables|tables\/overlegtafels)\/[^/]+\.json$/;

/**
 * Reads the content below `root` as it is now, to compare.
 * @throws VersionFault
 */
export function readCurrent(root: string): ComparedContent {
  const paths = ['rules', 'tables', 'tables/overlegtafels'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((naam) => `${folder}/${naam}`),
  );
  return toContent('de inhoud van nu', paths, (path) => readFileSync(join(root, path), 'utf8'));
}

/**
 * Reads the content below `root` as it was at a revision in git, to compare.
 * @throws VersionFault when the revision is unknown or holds no content, or content of another form.
 */
export function readRevision(root: string, revision: string): ComparedContent {
  const commit = findCommit(root, revision);
  const paths = listPaths(root, commit, 'rules', 'tables');
  if (!paths.some((path) => CONTENT.test(path)))
    throw new VersionFault(`Revisie ${revision} heeft nog geen inhoud in rules/ en tables/.`);
  const files = readBlobs(
    root,
    commit,
    paths.filter((path) => CONTENT.test(path)),
  );
  return toContent(`de inhoud van ${revision}`, [...files.keys()], (path) => files.get(path) ?? '');
}

function toContent(naam: string, paths: readonly string[], read: (path: string) => string): ComparedContent {
  const files = new Map(
    paths
      .filter((path) => CONTENT.test(path))
      .sort()
      .map((path) => [path, parseJson(naam, path, read(path))]),
  );
  const parsed = parseContent(files);
  if ('inhoud' in parsed) return parsed.inhoud;
  throw new VersionFault(
    `Vergelijken kan niet: ${naam} heeft een andere vorm dan hier te lezen is.\n${toList(parsed.fouten, 'fout', 'fouten')}`,
  );
}

function parseJson(naam: string, path: string, tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    throw new VersionFault(`Vergelijken kan niet: in ${naam} is ${path} geen geldige JSON.`);
  }
}
