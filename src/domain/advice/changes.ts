import type { Oordeel, Uitkomst } from '../model/uitkomst.ts';
import type { Advies } from './advies.ts';

/** What differs between two pieces of advice on one case. */
export interface Changes {
  /** Null when the outcome is the same. */
  readonly uitkomst: { readonly van: Uitkomst; readonly to: Uitkomst } | null;
  /** Tables of which the oordeel changed. */
  readonly tafels: readonly { readonly tafel: string; readonly van: Oordeel; readonly to: Oordeel }[];
  /** Tables and provisions that came into the advice, or left it. */
  readonly erbij: readonly string[];
  readonly removed: readonly string[];
}

/** What of an advice is compared: that of now, or what was kept of an earlier one. */
export interface ComparedAdvies extends Pick<Advies, 'uitkomst' | 'tafels' | 'voorzieningen'> {
  readonly overlegtafels: readonly Pick<Advies['overlegtafels'][number], 'tafel' | 'oordeel'>[];
}

/** Compares the advice before and after a change of answers. */
export function compareAdvies(old: ComparedAdvies, fresh: ComparedAdvies): Changes {
  const former = new Map(old.overlegtafels.map(({ tafel, oordeel }) => [tafel.id, oordeel]));
  const [wasAdvised, isAdvised] = [listAdvised(old), listAdvised(fresh)];
  return {
    uitkomst: old.uitkomst === fresh.uitkomst ? null : { van: old.uitkomst, to: fresh.uitkomst },
    tafels: fresh.overlegtafels.flatMap(({ tafel, oordeel }) => {
      const van = former.get(tafel.id) ?? 'nietNagegaan';
      return van === oordeel ? [] : [{ tafel: tafel.id, van, to: oordeel }];
    }),
    erbij: isAdvised.filter((id) => !wasAdvised.includes(id)),
    removed: wasAdvised.filter((id) => !isAdvised.includes(id)),
  };
}

function listAdvised({ tafels, voorzieningen }: ComparedAdvies): string[] {
  return [...tafels, ...voorzieningen];
}
