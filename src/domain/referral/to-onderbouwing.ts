import { toDatumTekst } from '../datum-tekst.ts';
import { toOnderbouwingPad } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/** The substantiation of a criterion in one line, "the fact (from whom, date)", or null. */
export function toOnderbouwing(verwijzing: Verwijzing, criterium: string): string | null {
  const lees = (deel: 'feit' | 'vanWie' | 'datum') => verwijzing.get(toOnderbouwingPad(criterium, deel));
  const datum = lees('datum');
  const bron = [lees('vanWie'), datum && toDatumTekst(datum)].filter(Boolean).join(', ');
  return [lees('feit'), bron && `(${bron})`].filter(Boolean).join(' ') || null;
}
