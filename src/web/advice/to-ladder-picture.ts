import type { Ladder } from './to-ladder.ts';

/** The steps of the picture, in units of its view box. */
const BREEDTE = 112;
const HOOGTE = 44;
const MARGE = 8;
/** Room for "u bent hier" above the highest step. */
const WIJZER = 20;

/** The view-model of the ladder as a staircase: per trede a step with its number and name, and where the case is. */
export function toLadderPicture({ treden }: Ladder) {
  const hoog = MARGE * 2 + WIJZER + HOOGTE * treden.length;
  const plekken = treden
    .filter(({ items }) => items.some(({ hier }) => hier))
    .map(({ nummer, naam }) => `trede ${nummer}, ${naam.toLowerCase()}`);
  return {
    breed: MARGE * 2 + BREEDTE * treden.length,
    hoog,
    titel: 'De ladder van overleg in Twente',
    beschrijving: `Een trap van ${treden.length} treden: ${treden.map(({ nummer, naam }) => `${nummer} ${naam}`).join(', ')}. ${
      plekken.length > 0 ? `U bent hier: ${plekken.join(' en ')}.` : ''
    }`,
    treden: treden.map(({ nummer, naam, items }, index) => {
      const top = hoog - MARGE - HOOGTE * (index + 1);
      const links = MARGE + BREEDTE * index;
      return {
        nummer,
        // Two lines at the most fit on a step.
        regels: splitNaam(naam).map((tekst, regel) => ({
          tekst,
          x: links + BREEDTE / 2,
          y: top + 35 + regel * 13,
        })),
        hier: items.some(({ hier }) => hier),
        x: links,
        y: top,
        breed: BREEDTE,
        hoog: hoog - MARGE - top,
        midden: links + BREEDTE / 2,
        nummerY: top + 20,
        wijzerY: top - 10,
      };
    }),
  };
}

function splitNaam(naam: string): string[] {
  const woorden = naam.split(' ');
  if (naam.length <= 15) return [naam];
  const helft = Math.ceil(woorden.length / 2);
  return [woorden.slice(0, helft).join(' '), woorden.slice(helft).join(' ')];
}
