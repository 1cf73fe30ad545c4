import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { AdviesShifts, CaseGroup, Shift } from '../domain/proof/find-shifts.ts';
import { toShare } from '../domain/proof/share.ts';

/** The words for what is known by an id, and how an example is shown. */
export interface ShiftWords {
  tafel(id: string): string;
  uitkomst(id: string): string;
  /** A case in words. */
  voorbeeld(antwoorden: Antwoorden): string;
  /** The address where an example can be opened; null when there is none. */
  link(antwoorden: Antwoorden): string | null;
}

const OORDEEL: Readonly<Record<string, string>> = {
  voldoet: 'past',
  voldoetNiet: 'past niet',
  onvolledig: 'nog onbekend',
  nietNagegaan: 'niet nagegaan',
};
const STAP: Readonly<Record<string, string>> = {
  eerst: 'eerst naar de gemeente',
  verder: 'verder met de gemeente',
  vastgelopen: 'vastgelopen',
};

/** What changed in the advice as a whole, as lines; none when nothing did. */
export function describeAdvies(advies: AdviesShifts, words: ShiftWords): string[] {
  const { totaal, anders, alleenNu, alleenEerst, shifts } = advies;
  const general = shifts.filter(({ tafel, feit }) => tafel === null && feit === null);
  const onlyCases = [
    ...(alleenNu > 0n ? [`Antwoordsets die er eerst niet waren: ${toNumber(alleenNu)}.`] : []),
    ...(alleenEerst > 0n ? [`Antwoordsets die er niet meer zijn: ${toNumber(alleenEerst)}.`] : []),
  ];
  if (anders.aantal === 0n)
    return shifts.length + onlyCases.length === 0
      ? []
      : ['Het advies blijft in elk geval gelijk.', ...onlyCases];
  return [
    `Van alle ${toNumber(totaal)} mogelijke antwoordsets verandert ${toShareText(anders.aantal, totaal)} iets.`,
    ...toExample(anders, words),
    ...onlyCases,
    ...general.flatMap((shift) => toLines(shift, totaal, words)),
  ];
}

/** What changed in the advice about one table, as lines. */
export function describeTafel({ totaal, shifts }: AdviesShifts, tafel: string, words: ShiftWords): string[] {
  const own = shifts.filter((shift) => shift.tafel === tafel);
  // A criterion that changes the oordeel would say the same twice.
  const hasOordeel = own.some(({ soort }) => soort === 'oordeel');
  return own
    .filter(({ soort }) => soort !== 'criterium' || !hasOordeel)
    .flatMap((shift) => toLines(shift, totaal, words));
}

/** For how many cases a question counts that did not, or the other way round, as lines. */
export function describeVraag({ totaal, shifts }: AdviesShifts, feit: string, words: ShiftWords): string[] {
  return shifts.filter((shift) => shift.feit === feit).flatMap((shift) => toLines(shift, totaal, words));
}

function toLines(shift: Shift, totaal: bigint, words: ShiftWords): string[] {
  return [
    `${describeShift(shift, words)}: ${toShareText(shift.aantal, totaal)} (precies ${toNumber(shift.aantal)}).`,
    ...toExample(shift, words),
  ];
}

function toExample({ voorbeeld }: CaseGroup, words: ShiftWords): string[] {
  if (voorbeeld === null) return [];
  const link = words.link(voorbeeld);
  return [
    `  Kleinste voorbeeld: ${words.voorbeeld(voorbeeld)}.`,
    ...(link === null ? [] : [`  Bekijk het: ${link}`]),
  ];
}

function describeShift({ soort, tafel, criterium, van, to }: Shift, words: ShiftWords): string {
  const naam = tafel === null ? '' : words.tafel(tafel);
  const wasIs = (word: (id: string) => string) => `was "${word(van ?? '')}", is nu "${word(to ?? '')}"`;
  switch (soort) {
    case 'uitkomst':
      return `Uitkomst ${wasIs(words.uitkomst)}`;
    case 'lokaleStap':
      return `Het overleg met de gemeente ${wasIs((id) => STAP[id] ?? id)}`;
    case 'lijst':
      if (van === null) return `Wint ${naam}${toWhen(to)}`;
      if (to === null) return `Verliest ${naam}${toWhen(van)}`;
      return to === 'daarna' ? `${naam} wacht nu op de gemeente` : `${naam} wacht niet meer op de gemeente`;
    case 'oordeel':
      return `Oordeel ${wasIs((id) => OORDEEL[id] ?? id)}`;
    case 'geprobeerd':
      return 'Of de tafel al is geprobeerd, is anders';
    case 'bijna':
      return 'Wat er nog ontbreekt om te passen, is anders';
    case 'aanmelder':
      return 'Wie mag aanmelden, via wie of in overleg met wie, is anders';
    case 'criterium':
      return `Het oordeel over ${criterium} is anders`;
    case 'betaling':
      return 'Wie betaalt, volgt uit iets anders';
    case 'gemeente':
      return 'De gemeente waar het advies heen wijst, is anders';
    case 'gevraagd':
      return to === 'ja' ? 'De vraag telt nu mee' : 'De vraag telt niet meer mee';
  }
}

/** Whether a table can be used at once, or waits for the local step. */
function toWhen(lijst: string | null): string {
  return lijst === 'daarna' ? ', voor na het overleg met de gemeente' : '';
}

/** "bij 1 op de 340", or "bij 42 %". */
function toShareText(part: bigint, whole: bigint): string {
  const share = toShare(part, whole);
  if (share.soort === 'geen') return 'bij geen enkele';
  return share.soort === 'eenOp' ? `bij 1 op de ${share.aantal}` : `bij ${share.aantal} %`;
}

function toNumber(number: bigint): string {
  return number.toLocaleString('nl-NL');
}
