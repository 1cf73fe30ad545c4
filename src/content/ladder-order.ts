import type { Overlegtafel } from '../domain/model/overlegtafel.ts';

type LadderPlace = Pick<Overlegtafel, 'soort' | 'trede' | 'volgorde'>;

/** Overlegtafels by trede and by `volgorde` within it; provisions last. */
export function ladderOrder(a: LadderPlace, b: LadderPlace): number {
  const soort = Number(a.soort === 'voorziening') - Number(b.soort === 'voorziening');
  return soort || a.trede - b.trede || a.volgorde - b.volgorde;
}
