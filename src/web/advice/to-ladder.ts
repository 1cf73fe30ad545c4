import type { Advies, Oordeel } from '../../domain/advice/advies.ts';
import { toTafelHref } from '../tafel-href.ts';
import { TREDEN } from '../treden.ts';

const STATUS: Readonly<Record<Oordeel, { klasse: string; tekst: string }>> = {
  voldoet: { klasse: 'voldoet', tekst: 'Past' },
  voldoetNiet: { klasse: 'voldoet-niet', tekst: 'Past niet' },
  onvolledig: { klasse: 'onbekend', tekst: 'Nog niet duidelijk' },
  nietNagegaan: { klasse: 'stil', tekst: 'Niet nagegaan' },
};
/** A step on a trede: a table, or what comes before the tables. */
export interface LadderItem {
  readonly naam: string;
  readonly href: string | null;
  /** Whether the case is here. */
  readonly hier: boolean;
  readonly status: { readonly klasse: string; readonly tekst: string } | null;
}

export interface Ladder {
  readonly treden: readonly {
    readonly nummer: number;
    readonly naam: string;
    readonly items: readonly LadderItem[];
  }[];
}

/** The view-model of the ladder: each trede with its tables, how each stands, and where the case is now. */
export function toLadder(advies: Advies, lokaalNaam: string): Ladder {
  const hier = findHier(advies);
  return {
    treden: TREDEN.map(({ nummer, naam }) => ({
      nummer,
      naam,
      items: [
        ...(nummer === 0
          ? [
              {
                naam: '112, huisarts of huisartsenpost, 113',
                href: null,
                hier: hier.has('gevaar'),
                status: null,
              },
            ]
          : []),
        ...(nummer === 1 ? [{ naam: lokaalNaam, href: null, hier: hier.has('lokaal'), status: null }] : []),
        ...advies.overlegtafels
          .filter(({ tafel }) => tafel.trede === nummer)
          .map(({ tafel, oordeel, geprobeerd }) => ({
            naam: tafel.korteNaam,
            href: toTafelHref(tafel.id, tafel.soort),
            hier: hier.has(tafel.id),
            status: geprobeerd ? { klasse: 'stil', tekst: 'Al besproken' } : STATUS[oordeel],
          })),
      ],
    })),
  };
}

function findHier({ uitkomst, tafels, voorzieningen }: Advies): ReadonlySet<string> {
  if (uitkomst === 'belNu') return new Set(['gevaar']);
  const gevonden = [...tafels, ...voorzieningen];
  return new Set(uitkomst === 'aanmelden' ? gevonden : ['lokaal']);
}
