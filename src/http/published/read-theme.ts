import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { type PublishedFile, type PublishedFiles, publish } from './published-file.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const themeSchema = z.strictObject({ naam: z.string().trim().min(1).max(60) });

/** The look of the operator: a name, a style sheet of own colours, and the files that it uses. */
export interface Theme {
  readonly naam: string | null;
  /** Address of the style sheet; null when there is none. */
  readonly css: string | null;
  readonly files: PublishedFiles;
}

/**
 * Reads the folder `thema` in the data folder, when there is one: `thema.json` with a name, `thema.css` and pictures.
 * @throws Error in plain Dutch that names the file that is wrong.
 */
export function readTheme(dataDir: string): Theme {
  const folder = join(dataDir, 'thema');
  if (!existsSync(folder)) return { naam: null, css: null, files: new Map() };
  const names = listOrThrow(folder);
  const onbekend = names.filter((naam) => naam !== 'thema.json' && !(extname(naam) in TYPES));
  if (onbekend.length > 0) {
    throw new Error(
      `In ${folder} staat iets dat geen thema is: ${onbekend.join(', ')}. Toegestaan: thema.json en bestanden van het soort ${Object.keys(TYPES).join(', ')}.`,
    );
  }
  const files = new Map(
    names
      .filter((naam) => extname(naam) in TYPES)
      .map((naam): [string, PublishedFile] => [
        `/thema/${naam}`,
        publish(readOrThrow(join(folder, naam)), TYPES[extname(naam)] ?? '', 'public, max-age=300'),
      ]),
  );
  return {
    naam: readName(join(folder, 'thema.json')),
    css: files.has('/thema/thema.css') ? '/thema/thema.css' : null,
    files,
  };
}

function readName(path: string): string | null {
  if (!existsSync(path)) return null;
  try {
    return themeSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).naam;
  } catch {
    throw new Error(
      `Het bestand ${path} klopt niet. Zet erin: {"naam": "De naam van uw site"}, hoogstens 60 tekens.`,
    );
  }
}

function listOrThrow(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw toReadError(folder, error);
  }
}

function readOrThrow(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw toReadError(path, error);
  }
}

function toReadError(path: string, error: unknown): Error {
  return new Error(`${path} is niet te lezen (${(error as NodeJS.ErrnoException).code}). Geef leesrechten.`);
}
