import { evaluateRegel, type Truth } from '../../src/domain/evaluation/kleene.ts';
import type { Regel } from '../../src/domain/model/regel.ts';

/**
 * The open criteria that can still change the truth of the rule.
 * Each criterion stands in a rule once, so it can as long as no any/all around it is decided.
 */
export function findBeslissend(regel: Regel, truthOf: (criterium: string) => Truth): string[] {
  if (evaluateRegel(regel, truthOf) !== 'onbekend') return [];
  if ('condition' in regel) return [regel.condition];
  return ('any' in regel ? regel.any : regel.all).flatMap((deel) => findBeslissend(deel, truthOf));
}
