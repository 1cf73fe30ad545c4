import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { nl } from 'zod/locales';
import type { Content } from '../domain/model/content.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { checkContent, checkUitkomstTeksten } from './check-content.ts';
import { type Bevinding, ContentFout } from './content-fault.ts';
import { BESTANDEN, TAFEL_BESTANDEN, TAFEL_MAP } from './content-files.ts';

/**
 * Reads and cross-checks all content below `root` (the folder that holds `rules/` and `tables/`).
 * @throws ContentFout with every fault at once: file, place and remedy.
 */
export function loadContent(root: string): Content {
  const { content, fouten } = readContent(root);
  if (content === null || fouten.length > 0) throw new ContentFout(fouten);
  return content;
}

/** Reads and cross-checks all content; without content when a file cannot be read or has the wrong form. */
export function readContent(root: string): { content: Content | null; fouten: readonly Bevinding[] } {
  const fouten: Bevinding[] = [];
  const delen = Object.fromEntries(
    Object.entries(BESTANDEN).map(([deel, { bestand, schema }]) => [
      deel,
      readContentFile(root, bestand, schema, fouten),
    ]),
  );
  const tafels = loadTafels(root, fouten);
  if (fouten.length > 0) return { content: null, fouten };
  const content = { ...delen, tafels } as Content;
  return { content, fouten: [...checkContent(content), ...checkUitkomstTeksten(root)] };
}

function loadTafels(root: string, fouten: Bevinding[]): Overlegtafel[] {
  const tafels = listJson(root, TAFEL_MAP, fouten).flatMap((naam) => {
    const gegevens = readContentFile(
      root,
      `${TAFEL_MAP}/${naam}.json`,
      TAFEL_BESTANDEN.gegevens.schema,
      fouten,
    );
    const regels = readContentFile(root, `rules/${naam}.json`, TAFEL_BESTANDEN.regels.schema, fouten);
    checkNaam(`${TAFEL_MAP}/${naam}.json`, 'id', gegevens?.id, naam, fouten);
    checkNaam(`rules/${naam}.json`, 'tafel', regels?.tafel, naam, fouten);
    return gegevens && regels ? [{ ...gegevens, regels }] : [];
  });
  const tafelNamen = new Set(listJson(root, TAFEL_MAP, []));
  for (const naam of listJson(root, 'rules', fouten)) {
    if (naam !== 'vragen' && !tafelNamen.has(naam)) {
      fouten.push({
        bestand: `rules/${naam}.json`,
        plaats: '',
        melding: `hoort bij geen tafel. Voeg ${TAFEL_MAP}/${naam}.json toe of verwijder dit bestand.`,
      });
    }
  }
  return tafels.sort(ladderVolgorde);
}

function listJson(root: string, map: string, fouten: Bevinding[]): string[] {
  try {
    const namen = readdirSync(join(root, map)).filter((naam) => naam.endsWith('.json'));
    return namen.map((naam) => naam.slice(0, -'.json'.length)).sort();
  } catch {
    fouten.push({
      bestand: map,
      plaats: '',
      melding: 'deze map is niet te lezen. Zet de map met inhoud terug.',
    });
    return [];
  }
}

function checkNaam(
  bestand: string,
  plaats: string,
  id: string | undefined,
  naam: string,
  fouten: Bevinding[],
): void {
  if (id !== undefined && id !== naam) {
    fouten.push({
      bestand,
      plaats,
      melding: `is "${id}", maar het bestand heet "${naam}". Maak die gelijk.`,
    });
  }
}

/** Overlegtafels by trede and by `volgorde` within it; provisions last. */
function ladderVolgorde(a: Overlegtafel, b: Overlegtafel): number {
  const soort = Number(a.soort === 'voorziening') - Number(b.soort === 'voorziening');
  return soort || a.trede - b.trede || a.volgorde - b.volgorde;
}

const { localeError } = nl();

/**
 * Reads one JSON file and checks it against its schema.
 * Faults go to `fouten`, with the file and the place; the result is then undefined.
 */
function readContentFile<T extends z.ZodType>(
  root: string,
  bestand: string,
  schema: T,
  fouten: Bevinding[],
): z.infer<T> | undefined {
  const json = parseJson(root, bestand, fouten);
  if (json === undefined) return undefined;
  const resultaat = schema.safeParse(json, { error: localeError, reportInput: false });
  if (resultaat.success) return resultaat.data;
  for (const issue of resultaat.error.issues) {
    const { pad, melding } = findDiepste(issue);
    fouten.push({ bestand, plaats: pad.join('.'), melding });
  }
  return undefined;
}

/** Where no form fits, the form that fits furthest shows best where it goes wrong. */
function findDiepste(issue: z.core.$ZodIssue): { pad: readonly PropertyKey[]; melding: string } {
  if (issue.code !== 'invalid_union') return { pad: issue.path, melding: issue.message };
  const [diepste] = issue.errors
    .map((vorm) => vorm.map(findDiepste))
    .flatMap((vorm) => (vorm.every(({ pad }) => pad.length > 0) ? vorm.slice(0, 1) : []))
    .sort((a, b) => b.pad.length - a.pad.length);
  return diepste
    ? { pad: [...issue.path, ...diepste.pad], melding: diepste.melding }
    : {
        pad: issue.path,
        melding: 'heeft geen vorm die hier mag. Vergelijk het met hetzelfde deel elders dat wel klopt.',
      };
}

function parseJson(root: string, bestand: string, fouten: Bevinding[]): unknown {
  try {
    return JSON.parse(readFileSync(join(root, bestand), 'utf8'));
  } catch (error) {
    const reden = error instanceof SyntaxError ? `geen geldige JSON (${error.message})` : 'niet te lezen';
    fouten.push({ bestand, plaats: '', melding: `${reden}. Herstel het bestand.` });
    return undefined;
  }
}
