import { type Advies, findFirstCall, listFitting, type TafelOordeel } from '../../domain/advice/advies.ts';
import { ROL } from '../../domain/model/routing-facts.ts';
import type { Say } from '../../domain/texts.ts';
import { listTreden, TAFEL_CLASS } from '../tafel-presentation.ts';
import type { toOtherTafel } from './to-tafel-card.ts';

/** The steps of the picture, in units of its view box. */
const WIDTH = 112;
const HEIGHT = 44;
const MARGIN = 8;
/** Room for "u bent hier" above the highest step. */
const WIJZER = 20;

/** A step on a trede: a table, or what comes before the tables. */
interface LadderItem {
  /** Null for the help in danger, which the template words. */
  readonly naam: string | null;
  /** Where the page says more of it: a table that fits has a part of its own. */
  readonly href: string | null;
  /** Whether the case is here. */
  readonly hier: boolean;
  readonly status: { readonly klasse: string; readonly tekst: string } | null;
  /** A table that is not for now, which unfolds in its place. */
  readonly ander: ReturnType<typeof toOtherTafel> | null;
}

interface Ladder {
  readonly treden: readonly {
    readonly nummer: number;
    readonly naam: string;
    readonly items: readonly LadderItem[];
  }[];
}

/** The view-model of the ladder: each trede with its tables, how each stands, and where the case is now. */
export function toLadder(
  say: Say,
  advies: Advies,
  lokaalName: string,
  toOther: (oordeel: TafelOordeel) => LadderItem['ander'],
): Ladder {
  const here = findHere(advies);
  const { antwoorden } = advies.situatie;
  const toStatus = (oordeel: TafelOordeel) =>
    oordeel.oordeel === 'voldoet' && findFirstCall(oordeel, antwoorden[ROL]) ? 'hierna' : oordeel.oordeel;
  return {
    treden: listTreden(say).map(({ nummer, naam }) => ({
      nummer,
      naam,
      items: [
        ...(nummer === 0 ? [toStep(null, here.has('gevaar'))] : []),
        ...(nummer === 1 ? [toStep(lokaalName, here.has('lokaal'))] : []),
        ...advies.overlegtafels
          .filter(({ tafel }) => tafel.trede === nummer)
          .map((oordeel) => ({
            naam: oordeel.tafel.korteNaam,
            href: `#tafel-${oordeel.tafel.id}`,
            hier: here.has(oordeel.tafel.id),
            status: { klasse: TAFEL_CLASS[oordeel.oordeel], tekst: say(`oordeel.${toStatus(oordeel)}`) },
            ander: toOther(oordeel),
          })),
      ],
    })),
  };
}

function toStep(naam: string | null, hier: boolean): LadderItem {
  return { naam, href: null, hier, status: null, ander: null };
}

function findHere(advies: Advies): ReadonlySet<string> {
  const { uitkomst, lokaleStap, overlegtafels, situatie } = advies;
  if (uitkomst === 'belNu') return new Set(['gevaar']);
  if (uitkomst === 'aanmelden') {
    // One place: the first to go to. That others fit too, their badges say.
    const [first] = listFitting(advies);
    // Whom to call before it stands among the help in danger.
    return new Set(first ? [findFirstCall(first, situatie.antwoorden[ROL]) ? 'gevaar' : first.tafel.id] : []);
  }
  // Where nothing fits the case is where it came last: at the highest table that was tried, once it left the local step.
  const tried = lokaleStap === 'vastgelopen' ? overlegtafels.filter(({ geprobeerd }) => geprobeerd) : [];
  const [highest] = tried.toSorted((a, b) => b.tafel.trede - a.tafel.trede);
  return new Set([highest?.tafel.id ?? 'lokaal']);
}

/** The view-model of the ladder as a staircase: per trede a step with its number and name, and where the case is. */
export function toLadderPicture({ treden }: Ladder) {
  const hoog = MARGIN * 2 + WIJZER + HEIGHT * treden.length;
  return {
    breed: MARGIN * 2 + WIDTH * treden.length,
    hoog,
    hier: treden
      .filter(({ items }) => items.some(({ hier }) => hier))
      .map(({ nummer, naam }) => ({ nummer, naam: naam.toLowerCase() })),
    treden: treden.map(({ nummer, naam, items }, index) => {
      const top = hoog - MARGIN - HEIGHT * (index + 1);
      const links = MARGIN + WIDTH * index;
      return {
        nummer,
        naam,
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
