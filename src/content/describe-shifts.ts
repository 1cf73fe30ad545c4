import type { Effect } from '../domain/editing/proof.ts';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { AdviesShifts, Shift } from '../domain/proof/find-shifts.ts';
import { TENSES, type Tense } from './tenses.ts';

/** The words for what is known by an id, and how an example is shown. */
export interface ShiftWords {
  tafel(id: string): string;
  uitkomst(id: string): string;
  /** A question as it is asked. */
  vraag(feit: string): string;
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
  const effects = listGeneralEffects(advies, words, 'nu');
  const isSame = advies.anders.aantal === 0n;
  if (isSame && advies.shifts.length + effects.length === 0) return [];
  return [
    ...(isSame ? ['Het advies blijft in elk geval gelijk.'] : []),
    ...effects.flatMap((effect) => toLines(effect, words)),
  ];
}

/** What changed in the advice about one table, as lines. */
export function describeTafel(advies: AdviesShifts, tafel: string, words: ShiftWords): string[] {
  return listTafelEffects(advies, tafel, words, 'nu').flatMap((effect) => toLines(effect, words));
}

/** For how many cases a question counts that did not, or the other way round, as lines. */
export function describeVraag(advies: AdviesShifts, feit: string, words: ShiftWords): string[] {
  return listVraagEffects(advies, feit, words, 'nu').flatMap((effect) => toLines(effect, words));
}

/** All that a draft changes in the advice: as a whole first, then by table and by question. */
export function listEffects(advies: AdviesShifts, words: ShiftWords): Effect[] {
  const tafels = new Set(advies.shifts.flatMap(({ tafel }) => tafel ?? []));
  const feiten = new Set(advies.shifts.flatMap(({ feit }) => feit ?? []));
  return [
    ...listGeneralEffects(advies, words, 'straks'),
    ...[...tafels].flatMap((tafel) => listTafelEffects(advies, tafel, words, 'straks')),
    ...[...feiten].flatMap((feit) => listVraagEffects(advies, feit, words, 'straks')),
  ];
}

function listGeneralEffects(advies: AdviesShifts, words: ShiftWords, tense: Tense): Effect[] {
  const { totaal, anders, alleenNu, alleenEerst, shifts } = advies;
  const about = { tafel: null, feit: null };
  const told = TENSES[tense];
  const count = (
    tell: (part: bigint, whole: bigint) => string,
    aantal: bigint,
    example: Antwoorden | null,
  ) => (aantal > 0n ? [{ ...about, tekst: tell(aantal, totaal), ...toExample(example, words) }] : []);
  return [
    ...count(told.anders, anders.aantal, anders.voorbeeld),
    ...count(told.erbij, alleenNu, null),
    ...count(told.weg, alleenEerst, null),
    ...shifts
      .filter(({ tafel, feit }) => tafel === null && feit === null)
      .map((shift) => toEffect(shift, totaal, words, tense)),
  ];
}

function listTafelEffects(
  { totaal, shifts }: AdviesShifts,
  tafel: string,
  words: ShiftWords,
  tense: Tense,
): Effect[] {
  const own = shifts.filter((shift) => shift.tafel === tafel);
  // A criterion that changes the oordeel would say the same twice.
  const hasOordeel = own.some(({ soort }) => soort === 'oordeel');
  return own
    .filter(({ soort }) => soort !== 'criterium' || !hasOordeel)
    .map((shift) => toEffect(shift, totaal, words, tense));
}

function listVraagEffects(
  { totaal, shifts }: AdviesShifts,
  feit: string,
  words: ShiftWords,
  tense: Tense,
): Effect[] {
  return shifts.filter((shift) => shift.feit === feit).map((shift) => toEffect(shift, totaal, words, tense));
}

function toEffect(shift: Shift, totaal: bigint, words: ShiftWords, tense: Tense): Effect {
  const { tafel, feit, aantal, voorbeeld } = shift;
  return {
    tekst: `${describeShift(shift, words, tense)}: ${TENSES[tense].deel(aantal, totaal)}.`,
    tafel,
    feit,
    ...toExample(voorbeeld, words),
  };
}

function toExample(
  voorbeeld: Antwoorden | null,
  words: ShiftWords,
): Pick<Effect, 'voorbeeld' | 'voorbeeldTekst'> {
  return { voorbeeld, voorbeeldTekst: voorbeeld && words.voorbeeld(voorbeeld) };
}

function toLines({ tekst, voorbeeld, voorbeeldTekst }: Effect, words: ShiftWords): string[] {
  const link = voorbeeld && words.link(voorbeeld);
  return [
    tekst,
    ...(voorbeeldTekst === null ? [] : [`  Kleinste voorbeeld: ${voorbeeldTekst}.`]),
    ...(link === null ? [] : [`  Bekijk het: ${link}`]),
  ];
}

function describeShift(
  { soort, tafel, feit, criterium, van, to }: Shift,
  words: ShiftWords,
  tense: Tense,
): string {
  const { is, dan } = TENSES[tense];
  const naam = tafel === null ? '' : words.tafel(tafel);
  const wasIs = (word: (id: string) => string) => `was “${word(van ?? '')}”, ${is} “${word(to ?? '')}”`;
  switch (soort) {
    case 'uitkomst':
      return `Uitkomst ${wasIs(words.uitkomst)}`;
    case 'lokaleStap':
      return `Het overleg met de gemeente ${wasIs((id) => STAP[id] ?? id)}`;
    case 'lijst':
      if (van === null) return `Wint ${naam}${toWhen(to)}`;
      if (to === null) return `Verliest ${naam}${toWhen(van)}`;
      return to === 'daarna'
        ? `${naam} wacht ${dan} op de gemeente`
        : `${naam} wacht niet meer op de gemeente`;
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
      return `De vraag “${words.vraag(feit ?? '')}” telt ${to === 'ja' ? dan : 'niet meer'} mee`;
  }
}

/** Whether a table can be used at once, or waits for the local step. */
function toWhen(lijst: string | null): string {
  return lijst === 'daarna' ? ', voor na het overleg met de gemeente' : '';
}
