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

const themaSchema = z.strictObject({ naam: z.string().trim().min(1).max(60) });

/** The look of the operator: a name, a style sheet of own colours, and the files that it uses. */
export interface Thema {
  readonly naam: string | null;
  /** Address of the style sheet; null when there is none. */
  readonly css: string | null;
  readonly files: PublishedFiles;
}

/**
 * Reads the folder `thema` in the data folder, when there is one: `thema.json` with a name, `thema.css` and pictures.
 * @throws Error in plain Dutch that names the file that is wrong.
 */
export function readThema(dataDir: string): Thema {
  const map = join(dataDir, 'thema');
  if (!existsSync(map)) return { naam: null, css: null, files: new Map() };
  const namen = listOrThrow(map);
  const onbekend = namen.filter((naam) => naam !== 'thema.json' && !(extname(naam) in TYPES));
  if (onbekend.length > 0) {
    throw new Error(
      `In ${map} staat iets dat geen thema is: ${onbekend.join(', ')}. Toegestaan: thema.json en bestanden van het soort ${Object.keys(TYPES).join(', ')}.`,
    );
  }
  const files = new Map(
    namen
      .filter((naam) => extname(naam) in TYPES)
      .map((naam): [string, PublishedFile] => [
        `/thema/${naam}`,
        publish(readOrThrow(join(map, naam)), TYPES[extname(naam)] ?? '', 'public, max-age=300'),
      ]),
  );
  return {
    naam: readNaam(join(map, 'thema.json')),
    css: files.has('/thema/thema.css') ? '/thema/thema.css' : null,
    files,
  };
}

function readNaam(pad: string): string | null {
  if (!existsSync(pad)) return null;
  try {
    return themaSchema.parse(JSON.parse(readFileSync(pad, 'utf8'))).naam;
  } catch {
    throw new Error(
      `Het bestand ${pad} klopt niet. Zet erin: {"naam": "De naam van uw site"}, hoogstens 60 tekens.`,
    );
  }
}

function listOrThrow(map: string): string[] {
  try {
    return readdirSync(map);
  } catch (error) {
    throw toLeesfout(map, error);
  }
}

function readOrThrow(pad: string): Buffer {
  try {
    return readFileSync(pad);
  } catch (error) {
    throw toLeesfout(pad, error);
  }
}

function toLeesfout(pad: string, error: unknown): Error {
  return new Error(`${pad} is niet te lezen (${(error as NodeJS.ErrnoException).code}). Geef leesrechten.`);
}
