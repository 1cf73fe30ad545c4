import { type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Regel, Voorwaarde } from '../model/regel.ts';
import { operators } from './operators.ts';

/** Three-valued truth (Kleene): true, false, or not yet known. */
export type Truth = 'ja' | 'nee' | 'onbekend';

/** The truth of one condition, given the answers. */
export function evaluateVoorwaarde(voorwaarde: Voorwaarde, antwoorden: Antwoorden): Truth {
  const antwoord = antwoorden[voorwaarde.fact];
  if (isOpen(antwoord)) return 'onbekend';
  return operators[voorwaarde.operator](antwoord, voorwaarde.value) ? 'ja' : 'nee';
}

/** The truth of a rule, given the truth of each criterion that it names. */
export function evaluateRegel(regel: Regel, truthOf: (criterium: string) => Truth): Truth {
  if ('condition' in regel) return truthOf(regel.condition);
  const [parts, decides, anders] =
    'any' in regel ? ([regel.any, 'ja', 'nee'] as const) : ([regel.all, 'nee', 'ja'] as const);
  const truths = parts.map((deel) => evaluateRegel(deel, truthOf));
  if (truths.includes(decides)) return decides;
  return truths.includes('onbekend') ? 'onbekend' : anders;
}

/**
 * The open criteria that can still change the truth of the rule.
 * Each criterion stands in a rule once, so it can as long as no any/all around it is decided.
 */
export function findBeslissend(regel: Regel, truthOf: (criterium: string) => Truth): string[] {
  if (evaluateRegel(regel, truthOf) !== 'onbekend') return [];
  if ('condition' in regel) return [regel.condition];
  return ('any' in regel ? regel.any : regel.all).flatMap((deel) => findBeslissend(deel, truthOf));
}
