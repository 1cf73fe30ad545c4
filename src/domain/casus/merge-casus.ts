import type { Casus, VeldTekst } from './casus.ts';
import { byKey, mergeRecords, mergeRegisters } from './register.ts';

/** What is not the same list for everyone has a moment: the last one counts. */
interface Item {
  readonly id: string;
  readonly genoteerd: string;
  readonly weg?: true | undefined;
}

/**
 * Joins two files of one case. Commutative, associative and idempotent: in whatever order partners exchange their
 * files, they end up with the same one. A file joined with itself is that file in its fixed order.
 */
export function mergeCasussen(a: Casus, b: Casus): Casus {
  const advies = a.advies && b.advies ? mergeRegisters(a.advies, b.advies) : (a.advies ?? b.advies);
  return {
    format: a.format,
    versie: a.versie,
    casuscode: a.casuscode,
    status: mergeRegisters(a.status, b.status),
    ...(advies ? { advies: mergeRegisters(advies, advies) } : {}),
    antwoorden: mergeRecords(a.antwoorden, b.antwoorden),
    velden: mergeVelden(a.velden, b.velden),
    plan: mergeItems(a.plan, b.plan),
    checklist: mergeItems(a.checklist, b.checklist),
    termijnen: mergeItems(a.termijnen, b.termijnen, ({ datum }) => datum),
    verwijzingen: mergeItems(a.verwijzingen, b.verwijzingen, ({ datum }) => datum),
    logboek: mergeItems(a.logboek, b.logboek, ({ datum }) => datum),
  };
}

/** A case in the fixed order, as every file of it is. */
export function tidy(casus: Casus): Casus {
  return mergeCasussen(casus, casus);
}

function mergeVelden(a: Casus['velden'], b: Casus['velden']): Casus['velden'] {
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(paths.map((pad) => [pad, mergeTexts([...(a[pad] ?? []), ...(b[pad] ?? [])])]));
}

/** Per table the text of the last change, and each text once; a table with two texts of one moment keeps both. */
export function mergeTexts(texts: readonly VeldTekst[]): VeldTekst[] {
  const last = new Map<string, string>();
  for (const { tafels } of texts) {
    for (const [tafel, moment] of Object.entries(tafels)) {
      if (moment > (last.get(tafel) ?? '')) last.set(tafel, moment);
    }
  }
  const merged = new Map<string, Map<string, string>>();
  for (const { waarde, tafels } of texts) {
    const kept = Object.entries(tafels).filter(([tafel, moment]) => last.get(tafel) === moment);
    if (kept.length === 0) continue;
    merged.set(waarde, new Map([...(merged.get(waarde) ?? []), ...kept]));
  }
  return [...merged]
    .sort(byKey)
    .map(([waarde, tafels]) => ({ waarde, tafels: Object.fromEntries([...tafels].sort(byKey)) }));
}

/** By id; of two that differ the last written down. In the order of their days, else of their ids. */
function mergeItems<T extends Item>(
  a: readonly T[],
  b: readonly T[],
  toDay: (item: T) => string = () => '',
): T[] {
  const merged = new Map<string, T>();
  for (const item of [...a, ...b]) {
    const other = merged.get(item.id);
    if (!other || isLater(item, other)) merged.set(item.id, item);
  }
  return [...merged.values()]
    .map((item): [string, T] => [`${toDay(item)} ${item.id}`, item])
    .sort(byKey)
    .map(([, item]) => item);
}

function isLater(item: Item, other: Item): boolean {
  if (item.genoteerd !== other.genoteerd) return item.genoteerd > other.genoteerd;
  if (item.weg !== other.weg) return item.weg === true;
  return item !== other && JSON.stringify(item) > JSON.stringify(other);
}
