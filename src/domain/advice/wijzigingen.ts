import type { Uitkomst } from '../model/uitkomst.ts';
import type { Advies, Oordeel } from './advies.ts';

/** What differs between two pieces of advice on one case. */
export interface Wijzigingen {
  /** Null when the outcome is the same. */
  readonly uitkomst: { readonly van: Uitkomst; readonly naar: Uitkomst } | null;
  readonly tafels: readonly { readonly tafel: string; readonly van: Oordeel; readonly naar: Oordeel }[];
}

/** Compares the advice before and after a change of answers. */
export function compareAdvies(oud: Advies, nieuw: Advies): Wijzigingen {
  const vroeger = new Map(oud.overlegtafels.map(({ tafel, oordeel }) => [tafel.id, oordeel]));
  return {
    uitkomst: oud.uitkomst === nieuw.uitkomst ? null : { van: oud.uitkomst, naar: nieuw.uitkomst },
    tafels: nieuw.overlegtafels.flatMap(({ tafel, oordeel }) => {
      const van = vroeger.get(tafel.id) ?? 'nietNagegaan';
      return van === oordeel ? [] : [{ tafel: tafel.id, van, naar: oordeel }];
    }),
  };
}
