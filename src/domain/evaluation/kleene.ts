import { type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Regel, Voorwaarde } from '../model/regel.ts';
import { operators } from './operators.ts';

/** Three-valued truth (Kleene): true, false, or not yet known. */
export type Waarheid = 'ja' | 'nee' | 'onbekend';

/** The truth of one condition, given the answers. */
export function evaluateVoorwaarde(voorwaarde: Voorwaarde, antwoorden: Antwoorden): Waarheid {
  const antwoord = antwoorden[voorwaarde.fact];
  if (isOpen(antwoord)) return 'onbekend';
  return operators[voorwaarde.operator](antwoord, voorwaarde.value) ? 'ja' : 'nee';
}

/** The truth of a rule, given the truth of each criterion that it names. */
export function evaluateRegel(regel: Regel, waarheidVan: (criterium: string) => Waarheid): Waarheid {
  if ('condition' in regel) return waarheidVan(regel.condition);
  const [delen, beslist, anders] =
    'any' in regel ? ([regel.any, 'ja', 'nee'] as const) : ([regel.all, 'nee', 'ja'] as const);
  const waarheden = delen.map((deel) => evaluateRegel(deel, waarheidVan));
  if (waarheden.includes(beslist)) return beslist;
  return waarheden.includes('onbekend') ? 'onbekend' : anders;
}

/**
 * The open criteria that can still change the truth of the rule.
 * Each criterion stands in a rule once, so it can as long as no any/all around it is decided.
 */
export function findBeslissend(regel: Regel, waarheidVan: (criterium: string) => Waarheid): string[] {
  if (evaluateRegel(regel, waarheidVan) !== 'onbekend') return [];
  if ('condition' in regel) return [regel.condition];
  return ('any' in regel ? regel.any : regel.all).flatMap((deel) => findBeslissend(deel, waarheidVan));
}
