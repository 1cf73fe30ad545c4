import type { Advies } from '../../domain/advice/advies.ts';
import type { Oordeel } from '../../domain/advice/uitkomst.ts';
import { toTafelHref } from '../tafel-href.ts';
import { TREDEN } from '../treden.ts';

const STATUS: Readonly<Record<Oordeel, { klasse: string; tekst: string }>> = {
  voldoet: { klasse: 'voldoet', tekst: 'Past' },
  voldoetNiet: { klasse: 'voldoet-niet', tekst: 'Past niet' },
  onvolledig: { klasse: 'onbekend', tekst: 'Nog niet duidelijk' },
  nietNagegaan: { klasse: 'stil', tekst: 'Niet nagegaan' },
};
/** The steps of the picture, in units of its view box. */
const WIDTH = 112;
const HEIGHT = 44;
const MARGIN = 8;
/** Room for "u bent hier" above the highest step. */
const WIJZER = 20;

/** A step on a trede: a table, or what comes before the tables. */
interface LadderItem {
  readonly naam: string;
  readonly href: string | null;
  /** Whether the case is here. */
  readonly hier: boolean;
  readonly status: { readonly klasse: string; readonly tekst: string } | null;
}

interface Ladder {
  readonly treden: readonly {
    readonly nummer: number;
    readonly naam: string;
    readonly items: readonly LadderItem[];
  }[];
}

/** The view-model of the ladder: each trede with its tables, how each stands, and where the case is now. */
export function toLadder(advies: Advies, lokaalName: string): Ladder {
  const here = findHere(advies);
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
                hier: here.has('gevaar'),
                status: null,
              },
            ]
          : []),
        ...(nummer === 1 ? [{ naam: lokaalName, href: null, hier: here.has('lokaal'), status: null }] : []),
        ...advies.overlegtafels
          .filter(({ tafel }) => tafel.trede === nummer)
          .map(({ tafel, oordeel, geprobeerd }) => ({
            naam: tafel.korteNaam,
            href: toTafelHref(tafel.id, tafel.soort),
            hier: here.has(tafel.id),
            status: geprobeerd ? { klasse: 'stil', tekst: 'Al besproken' } : STATUS[oordeel],
          })),
      ],
    })),
  };
}

function findHere({ uitkomst, tafels, voorzieningen }: Advies): ReadonlySet<string> {
  if (uitkomst === 'belNu') return new Set(['gevaar']);
  const found = [...tafels, ...voorzieningen];
  return new Set(uitkomst === 'aanmelden' ? found : ['lokaal']);
}

/** The view-model of the ladder as a staircase: per trede a step with its number and name, and where the case is. */
export function toLadderPicture({ treden }: Ladder) {
  const hoog = MARGIN * 2 + WIJZER + HEIGHT * treden.length;
  const spans = treden
    .filter(({ items }) => items.some(({ hier }) => hier))
    .map(({ nummer, naam }) => `trede ${nummer}, ${naam.toLowerCase()}`);
  return {
    breed: MARGIN * 2 + WIDTH * treden.length,
    hoog,
    titel: 'De ladder van overleg in Twente',
    beschrijving: `Een trap van ${treden.length} treden: ${treden.map(({ nummer, naam }) => `${nummer} ${naam}`).join(', ')}. ${
      spans.length > 0 ? `U bent hier: ${spans.join(' en ')}.` : ''
    }`,
    treden: treden.map(({ nummer, naam, items }, index) => {
      const top = hoog - MARGIN - HEIGHT * (index + 1);
      const links = MARGIN + WIDTH * index;
      return {
        nummer,
        // Two lines at the most fit on a step.
        regels: splitName(naam).map((tekst, regel) => ({
          tekst,
          x: links + WIDTH / 2,
          y: top + 35 + regel * 13,
        })),
        hier: items.some(({ hier }) => hier),
        x: links,
        y: top,
        breed: WIDTH,
        hoog: hoog - MARGIN - top,
        midden: links + WIDTH / 2,
        nummerY: top + 20,
        wijzerY: top - 10,
      };
    }),
  };
}

function splitName(naam: string): string[] {
  const woorden = naam.split(' ');
  if (naam.length <= 15) return [naam];
  const half = Math.ceil(woorden.length / 2);
  return [woorden.slice(0, half).join(' '), woorden.slice(half).join(' ')];
}
