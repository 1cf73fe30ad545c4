import type { Finding } from '../domain/editing/proof.ts';
import type { Files } from '../domain/editing/versions.ts';
import { collect } from './content-fault.ts';
import { TAFEL_FOLDER } from './content-files.ts';

const NAMES = ['naam', 'korteNaam'] as const;
/** Where an old name stays: what documents are called, and what else people call things. */
const KEPT = new Set(['bron', 'ookBekendAls', 'woorden', 'bronnen', '$schema']);

/** Warns of texts that still call a table by the name that it had before. */
export function findOldNames(before: Files, after: Files): Finding[] {
  const renamed = Object.keys(after)
    .filter((path) => path.startsWith(`${TAFEL_FOLDER}/`))
    .flatMap((path) => NAMES.map((key) => [readName(before, path, key), readName(after, path, key)] as const))
    .filter(([old, fresh]) => old !== null && fresh !== null && old !== fresh);
  if (renamed.length === 0) return [];
  const texts = Object.entries(after).flatMap(([bestand, json]) =>
    listTexts(json, []).map(({ plaats, tekst }) => ({ bestand, plaats, tekst })),
  );
  return collect((report) => {
    for (const [old, fresh] of new Map(renamed))
      for (const { bestand, plaats, tekst } of texts)
        if (old && fresh && hasName(tekst.replaceAll(fresh, ''), old))
          report(
            bestand,
            plaats,
            `noemt nog “${old}”, dat nu “${fresh}” heet. Kijk of dat hier ook zo moet.`,
          );
  });
}

function readName(files: Files, path: string, key: (typeof NAMES)[number]): string | null {
  const name = (files[path] as Readonly<Record<string, unknown>> | undefined)?.[key];
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

/** Whether a text has a name in it, as whole words. */
function hasName(tekst: string, name: string): boolean {
  const at = tekst.indexOf(name);
  if (at < 0) return false;
  return !/[\p{L}\d]$/u.test(tekst.slice(0, at)) && !/^[\p{L}\d]/u.test(tekst.slice(at + name.length));
}

function listTexts(value: unknown, path: readonly string[]): { plaats: string; tekst: string }[] {
  if (typeof value === 'string') return [{ plaats: path.join('.'), tekst: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    KEPT.has(key) ? [] : listTexts(inner, [...path, key]),
  );
}
