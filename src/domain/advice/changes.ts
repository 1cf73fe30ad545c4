import type { Uitkomst } from '../model/uitkomst.ts';
import type { Advies } from './advies.ts';
import type { Oordeel } from './uitkomst.ts';

/** What differs between two pieces of advice on one case. */
export interface Wijzigingen {
  /** Null when the outcome is the same. */
  readonly uitkomst: { readonly van: Uitkomst; readonly naar: Uitkomst } | null;
  /** Tables of which the oordeel changed. */
  readonly tafels: readonly { readonly tafel: string; readonly van: Oordeel; readonly naar: Oordeel }[];
  /** Tables and provisions that came into the advice, or left it. */
  readonly erbij: readonly string[];
  readonly eraf: readonly string[];
}

/** Compares the advice before and after a change of answers. */
export function compareAdvies(oud: Advies, nieuw: Advies): Wijzigingen {
  const vroeger = new Map(oud.overlegtafels.map(({ tafel, oordeel }) => [tafel.id, oordeel]));
  const [wasGeadviseerd, isGeadviseerd] = [listGeadviseerd(oud), listGeadviseerd(nieuw)];
  return {
    uitkomst: oud.uitkomst === nieuw.uitkomst ? null : { van: oud.uitkomst, naar: nieuw.uitkomst },
    tafels: nieuw.overlegtafels.flatMap(({ tafel, oordeel }) => {
      const van = vroeger.get(tafel.id) ?? 'nietNagegaan';
      return van === oordeel ? [] : [{ tafel: tafel.id, van, naar: oordeel }];
    }),
    erbij: isGeadviseerd.filter((id) => !wasGeadviseerd.includes(id)),
    eraf: wasGeadviseerd.filter((id) => !isGeadviseerd.includes(id)),
  };
}

function listGeadviseerd({ tafels, voorzieningen }: Advies): string[] {
  return [...tafels, ...voorzieningen];
}
