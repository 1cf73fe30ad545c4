import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { nl } from 'zod/locales';
import type { Fout } from './content-fout.ts';

const { localeError } = nl();

/**
 * Reads one JSON file and checks it against its schema.
 * Faults go to `fouten`, with the file and the place; the result is then undefined.
 */
export function readContentFile<T extends z.ZodType>(
  root: string,
  bestand: string,
  schema: T,
  fouten: Fout[],
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

function parseJson(root: string, bestand: string, fouten: Fout[]): unknown {
  try {
    return JSON.parse(readFileSync(join(root, bestand), 'utf8'));
  } catch (error) {
    const reden = error instanceof SyntaxError ? `geen geldige JSON (${error.message})` : 'niet te lezen';
    fouten.push({ bestand, plaats: '', melding: `${reden}. Herstel het bestand.` });
    return undefined;
  }
}
