import type { z } from 'zod';
import type { Finding } from '../domain/editing/proof.ts';
import type { Files } from '../domain/editing/versions.ts';
import type { Content } from '../domain/model/content.ts';
import { checkAddresses } from './addresses.ts';
import { checkContent, checkUitkomstTexts, findBreaks } from './check-content.ts';
import { checkBronnen } from './check-references.ts';
import { createContactResolver } from './contact-references.ts';
import { toFinding, toRegelFile, toTafelFile } from './content-fault.ts';
import { FILES, ladderOrder, TAFEL_FILES, TAFEL_FOLDER } from './content-files.ts';
import { type ContentSource, fromFiles, fromFolder } from './content-source.ts';
import { parseWith } from './parse-with.ts';

/** What was read: content is null when a file cannot be read or has the wrong form. */
export interface ReadContent {
  readonly content: Content | null;
  /** The files as they are, in which an address stands once. */
  readonly files: Files;
  readonly fouten: readonly Finding[];
  /** Whether a site can be made of it to look at. With a fault such as an example that goes wrong it can, and is not published. */
  readonly isShowable: boolean;
}

/** What is being read, with what was found in it so far. */
interface Reading {
  readonly source: ContentSource;
  readonly files: Record<string, unknown>;
  readonly faults: Finding[];
}

/**
 * Reads and cross-checks all content below `root` (the folder that holds `rules/` and `tables/`), with the words of the
 * site that belong to it.
 */
export function readContent(root: string): ReadContent {
  const read = readFrom(fromFolder(root));
  // Where a file cannot be read, the rest waits.
  return read.content ? { ...read, fouten: [...read.fouten, ...checkUitkomstTexts(root)] } : read;
}

/** Reads and cross-checks content that is at hand, such as a version: the faults are those of the same files in a folder. */
export function readContentFiles(files: Files): ReadContent {
  return readFrom(fromFiles(files));
}

function readFrom(source: ContentSource): ReadContent {
  const reading: Reading = { source, files: {}, faults: [] };
  const { files, faults } = reading;
  const parts = Object.entries(FILES).map(
    ([deel, { bestand, schema }]) => [deel, readContentFile(reading, bestand, schema)] as const,
  );
  const tafels = loadTafels(reading);
  if (faults.length > 0) return { content: null, files, fouten: faults, isShowable: false };
  const { contacten, noodnummers } = Object.fromEntries(parts) as unknown as Content;
  const resolver = createContactResolver(contacten, noodnummers, faults);
  const content = {
    ...Object.fromEntries(
      parts.map(([deel, data]) => [
        deel,
        resolver.resolve(FILES[deel as keyof typeof FILES].bestand, data, deel),
      ]),
    ),
    tafels: tafels.map((tafel) => resolver.resolve(toTafelFile(tafel.id), tafel)),
  } as Content;
  const nowhere = [...faults, ...checkBronnen(content, files)];
  const fouten = [...nowhere, ...resolver.listUnused(), ...checkAddresses(files), ...checkContent(content)];
  return { content, files, fouten, isShowable: nowhere.length === 0 && findBreaks(content).length === 0 };
}

function loadTafels(reading: Reading) {
  const { source, faults } = reading;
  const tafels = listJson(source, TAFEL_FOLDER, faults).flatMap((naam) => {
    const data = readContentFile(reading, `${TAFEL_FOLDER}/${naam}.json`, TAFEL_FILES.gegevens.schema);
    const regels = readContentFile(reading, `rules/${naam}.json`, TAFEL_FILES.regels.schema);
    checkName(`${TAFEL_FOLDER}/${naam}.json`, 'id', data?.id, naam, faults);
    checkName(`rules/${naam}.json`, 'tafel', regels?.tafel, naam, faults);
    return data && regels ? [{ ...data, regels }] : [];
  });
  const tafelNames = new Set(listJson(source, TAFEL_FOLDER, []));
  for (const naam of listJson(source, 'rules', faults)) {
    const melding = `hoort bij geen tafel. Voeg ${TAFEL_FOLDER}/${naam}.json toe of verwijder dit bestand.`;
    if (naam !== 'vragen' && !tafelNames.has(naam)) faults.push(toFinding(toRegelFile(naam), '', melding));
  }
  return tafels.sort(ladderOrder);
}

function listJson(source: ContentSource, folder: string, faults: Finding[]): string[] {
  try {
    return source.list(folder);
  } catch {
    faults.push(toFinding(folder, '', 'deze map is niet te lezen. Zet de map met inhoud terug.'));
    return [];
  }
}

function checkName(
  bestand: string,
  plaats: string,
  id: string | undefined,
  naam: string,
  faults: Finding[],
): void {
  if (id !== undefined && id !== naam)
    faults.push(toFinding(bestand, plaats, `is "${id}", maar het bestand heet "${naam}". Maak die gelijk.`));
}

/**
 * Reads one JSON file and checks it against its schema.
 * Faults go with the others, with the file and the place; the result is then undefined.
 */
function readContentFile<T extends z.ZodType>(
  { source, files, faults }: Reading,
  bestand: string,
  schema: T,
): z.infer<T> | undefined {
  const json = readJson(source, bestand, faults);
  if (json === undefined) return undefined;
  files[bestand] = json;
  const { data, fouten } = parseWith(schema, json);
  for (const { pad, melding } of fouten) faults.push(toFinding(bestand, pad.join('.'), melding));
  return data;
}

function readJson(source: ContentSource, bestand: string, faults: Finding[]): unknown {
  try {
    return source.read(bestand);
  } catch (error) {
    const reason = error instanceof SyntaxError ? `geen geldige JSON (${error.message})` : 'niet te lezen';
    faults.push(toFinding(bestand, '', `${reason}. Herstel het bestand.`));
    return undefined;
  }
}
