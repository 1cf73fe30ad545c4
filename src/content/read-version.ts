import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { regelSchema, voorwaardeSchema } from '../domain/model/regel.ts';
import { DONT_KNOW } from '../domain/model/vraag.ts';
import { type Issue, toList } from './content-fault.ts';

/** A question as far as its answers matter here. */
const vraagSchema = z.looseObject({
  feit: z.string(),
  type: z.enum(['jaNee', 'keuze', 'meerkeuze']),
  opties: z
    .array(z.looseObject({ id: z.string(), alleen: z.boolean().optional() }))
    .default([{ id: 'ja' }, { id: 'nee' }, { id: DONT_KNOW }]),
});
export type ComparedVraag = z.infer<typeof vraagSchema>;

/** The rules of a table as far as its oordeel depends on them. */
const regelsSchema = z.looseObject({
  criteria: z.array(z.looseObject({ id: z.string(), weging: z.string(), voorwaarde: voorwaardeSchema })),
  regel: regelSchema,
});
export type ComparedRegels = z.infer<typeof regelsSchema>;

const tafelSchema = z.looseObject({ id: z.string() });

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

const VRAGEN = 'rules/vragen.json';
const TAFEL = /^tables\/overlegtafels\/([^/]+)\.json$/;
const REGELS = /^rules\/([^/]+)\.json$/;

/**
 * Reads content from its files: JSON by path. A list may stand in its file under its own name, or, as it did before
 * the files had a `$schema`, by itself. What is too different to compare is named.
 */
export function parseContent(
  files: ReadonlyMap<string, unknown>,
): { readonly inhoud: ComparedContent } | { readonly fouten: readonly Issue[] } {
  const fouten: Issue[] = [];
  const read = <T>(bestand: string, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(toCore(bestand, files.get(bestand)));
    if (parsed.success) return parsed.data;
    fouten.push(
      ...parsed.error.issues.map(({ path, message }) => ({
        bestand,
        plaats: path.join('.'),
        melding: message,
      })),
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
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const { $schema: _, ...rest } = json as Record<string, unknown>;
  const naam = bestand.replace(/^.*\/|\.json$/g, '');
  return Array.isArray(rest[naam]) && Object.keys(rest).length === 1 ? rest[naam] : rest;
}

/** The files that hold content; their schemas lie in folders of their own. */
const CONTENT = /^(rules|tables|tables\/overlegtafels)\/[^/]+\.json$/;

/** Thrown when a version of the content cannot be read; the message is a sentence for whoever asked. */
export class VersionFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VersionFault';
  }
}

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
  // Paths are relative to `root`, also when the project is a folder of a larger repository.
  const paths = git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', 'rules', 'tables').split('\0');
  if (!paths.some((path) => CONTENT.test(path)))
    throw new VersionFault(`Revisie ${revision} heeft nog geen inhoud in rules/ en tables/.`);
  return toContent(`de inhoud van ${revision}`, paths, (path) => git(root, 'show', `${commit}:./${path}`));
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

function findCommit(root: string, revision: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new VersionFault('Vergelijken kan niet: het programma git is niet te vinden.');
    throw new VersionFault(
      `Revisie "${revision}" bestaat niet. Geef een commit, tak of label van git, zoals HEAD~1 of main.`,
    );
  }
}

function git(root: string, ...command: readonly string[]): string {
  return execFileSync('git', ['-C', root, ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
}
