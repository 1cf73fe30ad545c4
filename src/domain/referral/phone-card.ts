import type { BelkaartContent } from '../model/pakketveld.ts';
import { toSentence } from '../sentence.ts';
import type { PackageDocument, PackageRow } from './package-document.ts';

interface Row {
  readonly naam: string;
  readonly waarde: string;
}

/** A step of the call: what to say, with what is known of it. */
export interface CallStap {
  readonly nummer: number;
  readonly kop: string;
  readonly rijen: readonly Row[];
}

/** What stands above the steps: whom to call, and what else to know before that. */
export interface CallOpening {
  readonly kop: string;
  readonly gevaar: string;
  /** Why somebody else comes before the table, and then how to find them; none where nobody does. */
  readonly waarom: readonly string[];
  readonly regels: readonly string[];
}

/** The phone card: every form of it (page, text, PDF) is written from this. */
export interface PhoneCard {
  readonly opening: CallOpening;
  readonly stappen: readonly CallStap[];
}

/** How many lines of values there is room for on the page, and how many characters stand on one: of a value, of a name, of the opening. */
const SHEET = { regels: 30, waarde: 68, naam: 26, opening: 90 } as const;
/** Values are cut no longer and no shorter than this, in characters. */
const AT_MOST = 600;
const AT_LEAST = 40;

/**
 * What can be said on the telephone, from the package, in the order in which one is asked; `belvolgorde` names criteria
 * by id. A step about which nothing is known is not there.
 */
export function toPhoneCard(
  pakket: PackageDocument,
  { stappen, zelf }: BelkaartContent,
  belvolgorde: readonly string[],
): CallStap[] {
  const rowOf = new Map(listRows(pakket).map((rij) => [rij.id, rij]));
  const toRows = (regel: BelkaartContent['stappen'][number]['rijen'][number]): Row[] => {
    if ('tekst' in regel) return [{ naam: regel.naam, waarde: regel.tekst }];
    if ('deel' in regel) return toPart(pakket, regel, zelf, belvolgorde);
    const rij = [regel.rij, regel.anders ?? regel.rij]
      .map((id) => rowOf.get(id))
      .find((found) => found?.waarde || regel.zelf);
    return rij ? [{ naam: regel.naam ?? rij.naam, waarde: rij.waarde || zelf }] : [];
  };
  return stappen
    .map(({ kop, rijen }) => ({ kop, rijen: rijen.flatMap(toRows) }))
    .filter(({ rijen }) => rijen.length > 0)
    .map((stap, index) => ({ nummer: index + 1, ...stap }));
}

function listRows(pakket: PackageDocument): PackageRow[] {
  return pakket.flatMap(({ blokken }) =>
    blokken.flatMap((block) => (block.soort === 'gegevens' ? block.rijen : [])),
  );
}

/** All of a part of the package, as lines of the card. */
function toPart(
  pakket: PackageDocument,
  { deel, naam }: { readonly deel: string; readonly naam?: string | undefined },
  same: string,
  belvolgorde: readonly string[],
): Row[] {
  const blocks = pakket.filter(({ id }) => id === deel).flatMap((section) => section.blokken);
  const span = (id: string) => (belvolgorde.includes(id) ? belvolgorde.indexOf(id) : belvolgorde.length);
  const points = blocks
    .flatMap((block) => {
      if (block.soort === 'punten') return block.punten;
      if (block.soort !== 'criteria') return [];
      return block.regels.flatMap((regel) => ('punt' in regel ? [regel.punt] : []));
    })
    .sort((a, b) => span(a.id) - span(b.id));
  return [
    ...points.map(({ kort, answered, antwoord, onderbouwing }) => ({
      naam: toSentence(kort),
      waarde: [answered ? antwoord : same, onderbouwing].filter(Boolean).join('. '),
    })),
    ...blocks.flatMap((block): Row[] => {
      if (block.soort === 'lijst')
        return [{ naam: naam ?? block.inleiding, waarde: `${block.items.join(', ')}. ${block.voorbehoud}` }];
      if (block.soort !== 'gegevens') return [];
      return block.rijen.flatMap((rij) => (rij.waarde ? [{ naam: rij.naam, waarde: rij.waarde }] : []));
    }),
  ];
}

/** The card as text. */
export function writePhoneCard({ opening, stappen }: PhoneCard): string {
  const steps = stappen
    .map(({ nummer, kop, rijen }) =>
      [`${nummer}. ${kop}`, ...rijen.map(({ naam, waarde }) => `- ${naam}: ${waarde}`)].join('\n'),
    )
    .join('\n\n');
  return [[`${opening.kop}.`, opening.gevaar, ...listLines(opening)].join('\n'), steps].join('\n\n');
}

/**
 * The card with its longest values cut until it fits on one page: who calls cannot turn over in the middle. `verder`
 * tells where the rest is.
 */
export function shortenPhoneCard({ opening, stappen }: PhoneCard, verder: string): PhoneCard {
  const room = SHEET.regels - countOpening(opening);
  let max = AT_MOST;
  let kort = cutAt(stappen, max, verder);
  while (countRegels(kort) > room && max > AT_LEAST) {
    max -= 20;
    kort = cutAt(stappen, max, verder);
  }
  if (countRegels(kort) <= room || opening.waarom.length === 0) return { opening, stappen: kort };
  // The heading says whom to call: why, and only then how to find them, is left to the page and the text.
  return shortenPhoneCard({ opening: { ...opening, waarom: opening.waarom.slice(1) }, stappen }, verder);
}

/** What stands below the heading of the card and the sentence on danger. */
export function listLines({ waarom, regels }: CallOpening): readonly string[] {
  return [...waarom, ...regels];
}

/** How much longer the opening is than the sheet has room for above the steps, in lines. */
function countOpening(opening: CallOpening): number {
  const lines = listLines(opening).reduce((sum, regel) => sum + Math.ceil(regel.length / SHEET.opening), 0);
  return Math.max(0, lines - 3);
}

function cutAt(belkaart: readonly CallStap[], max: number, verder: string): CallStap[] {
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

function countRegels(belkaart: readonly CallStap[]): number {
  return belkaart
    .flatMap(({ rijen }) => rijen)
    .reduce(
      (sum, { naam, waarde }) =>
        sum + Math.max(Math.ceil(waarde.length / SHEET.waarde), Math.ceil(naam.length / SHEET.naam)),
      0,
    );
}
