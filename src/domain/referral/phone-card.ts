import type { BelkaartInhoud } from '../model/pakketveld.ts';
import { toZin } from '../to-sentence.ts';
import type { PackageDocument, PackageRow } from './package-document.ts';

interface Rij {
  readonly naam: string;
  readonly waarde: string;
}

/** A step of the call: what to say, with what is known of it. */
export interface BelStap {
  readonly nummer: number;
  readonly kop: string;
  readonly rijen: readonly Rij[];
}

/** How many lines of values there is room for on the page, and how many characters stand on one: of a value, of a name. */
const BLAD = { regels: 30, waarde: 68, naam: 26 } as const;
/** Values are cut no longer and no shorter than this, in characters. */
const HOOGSTENS = 600;
const MINSTENS = 40;

/**
 * What can be said on the telephone, from the package, in the order in which one is asked; `belvolgorde` names criteria
 * by id. A step about which nothing is known is not there.
 */
export function toPhoneCard(
  pakket: PackageDocument,
  { stappen, zelf }: BelkaartInhoud,
  belvolgorde: readonly string[],
): BelStap[] {
  const rijVan = new Map(listRows(pakket).map((rij) => [rij.id, rij]));
  const toRijen = (regel: BelkaartInhoud['stappen'][number]['rijen'][number]): Rij[] => {
    if ('tekst' in regel) return [{ naam: regel.naam, waarde: regel.tekst }];
    if ('deel' in regel) return toPart(pakket, regel, zelf, belvolgorde);
    const rij = [regel.rij, regel.anders ?? regel.rij]
      .map((id) => rijVan.get(id))
      .find((gevonden) => gevonden?.waarde || regel.zelf);
    return rij ? [{ naam: regel.naam ?? rij.naam, waarde: rij.waarde || zelf }] : [];
  };
  return stappen
    .map(({ kop, rijen }) => ({ kop, rijen: rijen.flatMap(toRijen) }))
    .filter(({ rijen }) => rijen.length > 0)
    .map((stap, index) => ({ nummer: index + 1, ...stap }));
}

function listRows(pakket: PackageDocument): PackageRow[] {
  return pakket.flatMap(({ blokken }) =>
    blokken.flatMap((blok) => (blok.soort === 'gegevens' ? blok.rijen : [])),
  );
}

/** All of a part of the package, as lines of the card. */
function toPart(
  pakket: PackageDocument,
  { deel, naam }: { readonly deel: string; readonly naam?: string | undefined },
  zelf: string,
  belvolgorde: readonly string[],
): Rij[] {
  const blokken = pakket.filter(({ id }) => id === deel).flatMap((sectie) => sectie.blokken);
  const plek = (id: string) => (belvolgorde.includes(id) ? belvolgorde.indexOf(id) : belvolgorde.length);
  const punten = blokken
    .flatMap((blok) => {
      if (blok.soort === 'punten') return blok.punten;
      if (blok.soort !== 'criteria') return [];
      return blok.regels.flatMap((regel) => ('punt' in regel ? [regel.punt] : []));
    })
    .sort((a, b) => plek(a.id) - plek(b.id));
  return [
    ...punten.map(({ kort, bekend, antwoord, onderbouwing }) => ({
      naam: toZin(kort),
      waarde: [bekend ? antwoord : zelf, onderbouwing].filter(Boolean).join('. '),
    })),
    ...blokken.flatMap((blok): Rij[] => {
      if (blok.soort === 'lijst') return [{ naam: naam ?? blok.inleiding, waarde: blok.items.join(', ') }];
      if (blok.soort !== 'gegevens') return [];
      return blok.rijen.flatMap((rij) => (rij.waarde ? [{ naam: rij.naam, waarde: rij.waarde }] : []));
    }),
  ];
}

/** The card as text. */
export function writePhoneCard(belkaart: readonly BelStap[]): string {
  return belkaart
    .map(({ nummer, kop, rijen }) =>
      [`${nummer}. ${kop}`, ...rijen.map(({ naam, waarde }) => `- ${naam}: ${waarde}`)].join('\n'),
    )
    .join('\n\n');
}

/**
 * The card with its longest values cut until it fits on one page: who calls cannot turn over in the middle. `verder`
 * tells where the rest is.
 */
export function shortenPhoneCard(belkaart: readonly BelStap[], verder: string): BelStap[] {
  let max = HOOGSTENS;
  let kort = cutAt(belkaart, max, verder);
  while (countRegels(kort) > BLAD.regels && max > MINSTENS) {
    max -= 20;
    kort = cutAt(belkaart, max, verder);
  }
  return kort;
}

function cutAt(belkaart: readonly BelStap[], max: number, verder: string): BelStap[] {
  return belkaart.map((stap) => ({
    ...stap,
    rijen: stap.rijen.map(({ naam, waarde }) => ({ naam, waarde: cutShort(waarde, max, verder) })),
  }));
}

/** On one line, cut at a word where there is one. */
function cutShort(tekst: string, max: number, verder: string): string {
  const regel = tekst.replaceAll(/\s+/g, ' ');
  return regel.length <= max ? regel : `${regel.slice(0, max).replace(/ \S*$/, '')}${verder}`;
}

function countRegels(belkaart: readonly BelStap[]): number {
  return belkaart
    .flatMap(({ rijen }) => rijen)
    .reduce(
      (som, { naam, waarde }) =>
        som + Math.max(Math.ceil(waarde.length / BLAD.waarde), Math.ceil(naam.length / BLAD.naam)),
      0,
    );
}
