import type { Antwoord, Antwoorden } from '../model/antwoorden.ts';
import type { Vraag } from '../model/vraag.ts';

/** What is wrong with an answer; each has its own words on the page and in the API. */
export type AntwoordFout = 'leeg' | 'meerDanEen' | 'onbekendeOptie' | 'nietAlleen' | 'verkeerdeVorm';

/** One fault: the fact, the place inside its value (empty for the whole), and what is wrong. */
export interface Fout {
  readonly feit: string;
  readonly plaats: readonly number[];
  readonly fout: AntwoordFout | 'onbekendFeit';
}

type Resultaat<T> = { readonly waarde: T } | { readonly fouten: readonly Fout[] };

/**
 * Parses a set of answers as an outsider gives it. All faults come back at once.
 * Doubles in a list are dropped; an empty list counts as not answered.
 */
export function parseAntwoorden(
  vraagVan: ReadonlyMap<string, Vraag>,
  gegeven: Readonly<Record<string, unknown>>,
): Resultaat<Antwoorden> {
  const fouten: Fout[] = [];
  const antwoorden = new Map<string, Antwoord>();
  for (const [feit, waarde] of Object.entries(gegeven)) {
    const vraag = vraagVan.get(feit);
    if (!vraag) {
      fouten.push({ feit, plaats: [], fout: 'onbekendFeit' });
      continue;
    }
    if (Array.isArray(waarde) && waarde.length === 0 && vraag.type === 'meerkeuze') continue;
    const resultaat = parseAntwoord(vraag, waarde);
    if ('fouten' in resultaat) fouten.push(...resultaat.fouten);
    else antwoorden.set(feit, resultaat.waarde);
  }
  return fouten.length > 0 ? { fouten } : { waarde: Object.fromEntries(antwoorden) };
}

/** Parses one answer: a string for jaNee and keuze, a list of strings for meerkeuze. */
export function parseAntwoord(vraag: Vraag, gegeven: unknown): Resultaat<Antwoord> {
  return vraag.type === 'meerkeuze' ? parseMeerkeuze(vraag, gegeven) : parseKeuze(vraag, gegeven);
}

/** Parses the values that a form sends for one question: none, one, or more of the same name. */
export function parseFormulierAntwoord(vraag: Vraag, waarden: readonly string[]): Resultaat<Antwoord> {
  const gegeven = waarden.filter((waarde) => waarde !== '');
  if (gegeven.length === 0) return { fouten: [{ feit: vraag.feit, plaats: [], fout: 'leeg' }] };
  if (vraag.type === 'meerkeuze') return parseMeerkeuze(vraag, gegeven);
  if (gegeven.length > 1) return { fouten: [{ feit: vraag.feit, plaats: [], fout: 'meerDanEen' }] };
  return parseKeuze(vraag, gegeven[0]);
}

function parseKeuze({ feit, opties }: Vraag, gegeven: unknown): Resultaat<Antwoord> {
  if (typeof gegeven !== 'string') {
    return { fouten: [{ feit, plaats: [], fout: Array.isArray(gegeven) ? 'meerDanEen' : 'verkeerdeVorm' }] };
  }
  if (!opties.some(({ id }) => id === gegeven))
    return { fouten: [{ feit, plaats: [], fout: 'onbekendeOptie' }] };
  return { waarde: gegeven };
}

function parseMeerkeuze({ feit, opties }: Vraag, gegeven: unknown): Resultaat<Antwoord> {
  if (!Array.isArray(gegeven)) return { fouten: [{ feit, plaats: [], fout: 'verkeerdeVorm' }] };
  const fouten = gegeven.flatMap((waarde, index): Fout[] => {
    if (typeof waarde !== 'string') return [{ feit, plaats: [index], fout: 'verkeerdeVorm' }];
    return opties.some(({ id }) => id === waarde) ? [] : [{ feit, plaats: [index], fout: 'onbekendeOptie' }];
  });
  if (fouten.length > 0) return { fouten };
  const gekozen = new Set<string>(gegeven);
  if (gekozen.size > 1 && opties.some(({ id, alleen }) => alleen && gekozen.has(id))) {
    return { fouten: [{ feit, plaats: [], fout: 'nietAlleen' }] };
  }
  // In the order of the options, so that the order of ticking makes no difference anywhere.
  return { waarde: opties.map(({ id }) => id).filter((id) => gekozen.has(id)) };
}
