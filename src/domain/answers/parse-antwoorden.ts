import type { Antwoord, Antwoorden } from '../model/antwoorden.ts';
import type { Vraag } from '../model/vraag.ts';

/** What is wrong with an answer; each has its own words on the page and in the API. */
export type AntwoordFault = 'leeg' | 'meerDanEen' | 'onbekendeOptie' | 'nietAlleen' | 'verkeerdeVorm';

/** One fault: the fact, the place inside its value (empty for the whole), and what is wrong. */
export interface Fault {
  readonly feit: string;
  readonly plaats: readonly number[];
  readonly fout: AntwoordFault | 'onbekendFeit';
}

type Result<T> = { readonly waarde: T } | { readonly fouten: readonly Fault[] };

/**
 * Parses a set of answers as an outsider gives it. All faults come back at once.
 * Doubles in a list are dropped; an empty list counts as not answered.
 */
export function parseAntwoorden(
  vraagOf: ReadonlyMap<string, Vraag>,
  given: Readonly<Record<string, unknown>>,
): Result<Antwoorden> {
  const fouten: Fault[] = [];
  const antwoorden = new Map<string, Antwoord>();
  for (const [feit, waarde] of Object.entries(given)) {
    const vraag = vraagOf.get(feit);
    if (!vraag) {
      fouten.push({ feit, plaats: [], fout: 'onbekendFeit' });
      continue;
    }
    if (Array.isArray(waarde) && waarde.length === 0 && vraag.type === 'meerkeuze') continue;
    const result = parseAntwoord(vraag, waarde);
    if ('fouten' in result) fouten.push(...result.fouten);
    else antwoorden.set(feit, result.waarde);
  }
  return fouten.length > 0 ? { fouten } : { waarde: Object.fromEntries(antwoorden) };
}

/** Parses one answer: a string for jaNee and keuze, a list of strings for meerkeuze. */
export function parseAntwoord(vraag: Vraag, given: unknown): Result<Antwoord> {
  return vraag.type === 'meerkeuze' ? parseMeerkeuze(vraag, given) : parseChoice(vraag, given);
}

/** Parses the values that a form sends for one question: none, one, or more of the same name. */
export function parseFormAntwoord(vraag: Vraag, values: readonly string[]): Result<Antwoord> {
  const given = values.filter((waarde) => waarde !== '');
  if (given.length === 0) return { fouten: [{ feit: vraag.feit, plaats: [], fout: 'leeg' }] };
  if (vraag.type === 'meerkeuze') return parseMeerkeuze(vraag, given);
  if (given.length > 1) return { fouten: [{ feit: vraag.feit, plaats: [], fout: 'meerDanEen' }] };
  return parseChoice(vraag, given[0]);
}

function parseChoice({ feit, opties }: Vraag, given: unknown): Result<Antwoord> {
  if (typeof given !== 'string') {
    return { fouten: [{ feit, plaats: [], fout: Array.isArray(given) ? 'meerDanEen' : 'verkeerdeVorm' }] };
  }
  if (!opties.some(({ id }) => id === given))
    return { fouten: [{ feit, plaats: [], fout: 'onbekendeOptie' }] };
  return { waarde: given };
}

function parseMeerkeuze({ feit, opties }: Vraag, given: unknown): Result<Antwoord> {
  if (!Array.isArray(given)) return { fouten: [{ feit, plaats: [], fout: 'verkeerdeVorm' }] };
  const fouten = given.flatMap((waarde, index): Fault[] => {
    if (typeof waarde !== 'string') return [{ feit, plaats: [index], fout: 'verkeerdeVorm' }];
    return opties.some(({ id }) => id === waarde) ? [] : [{ feit, plaats: [index], fout: 'onbekendeOptie' }];
  });
  if (fouten.length > 0) return { fouten };
  const chosen = new Set<string>(given);
  if (chosen.size > 1 && opties.some(({ id, alleen }) => alleen && chosen.has(id))) {
    return { fouten: [{ feit, plaats: [], fout: 'nietAlleen' }] };
  }
  // In the order of the options, so that the order of ticking makes no difference anywhere.
  return { waarde: opties.map(({ id }) => id).filter((id) => chosen.has(id)) };
}
