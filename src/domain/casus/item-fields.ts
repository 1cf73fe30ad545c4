import { PLAN_COLUMNS, type Veld } from '../referral/veld.ts';
import type { Say } from '../texts.ts';
import { type Casus, type EditedList, VERWIJZING_STANDEN } from './casus.ts';

/** A part of an item of a list, as the page of a case asks for it. */
interface Part extends Pick<Veld, 'soort' | 'max'>, Partial<Pick<Veld, 'dag' | 'extra'>> {
  readonly pad: string;
  /** An item without it says nothing. */
  readonly nodig?: true;
  readonly opties?: readonly string[];
}

const regel = (pad: string, more: Partial<Part> = {}): Part => ({ pad, soort: 'regel', max: 500, ...more });
const tekst = (pad: string, more: Partial<Part> = {}): Part => ({ pad, soort: 'tekst', max: 5_000, ...more });
const datum = (pad: string, dag: Veld['dag'], more: Partial<Part> = {}): Part => ({
  pad,
  soort: 'datum',
  max: 10,
  ...(dag ? { dag } : {}),
  ...more,
});
const keuze = (pad: string, opties: readonly string[], more: Partial<Part> = {}): Part => ({
  pad,
  soort: 'keuze',
  max: 100,
  opties,
  ...more,
});

/** The parts of an item of each list, in the order of the page. */
const PARTS: Readonly<Record<EditedList, readonly Part[]>> = {
  plan: [
    regel('wie'),
    regel('doetWat', { nodig: true }),
    regel('waar'),
    regel('wanneer'),
    regel('hoe', { extra: true }),
    regel('doel', { extra: true }),
    regel('bijdrage', { extra: true }),
    datum('datum', 'overleg'),
    keuze('stand', ['open', 'bezig', 'klaar', 'vervallen']),
  ],
  checklist: [
    keuze('soort', ['risico', 'beschermend'], { nodig: true }),
    regel('naam', { nodig: true }),
    tekst('signaal'),
  ],
  termijnen: [datum('datum', 'overleg', { nodig: true }), regel('wat', { nodig: true })],
  logboek: [
    datum('datum', 'feit', { nodig: true }),
    regel('functie', { nodig: true }),
    regel('organisatie', { nodig: true }),
    tekst('gezien', { nodig: true }),
    keuze('factor', []),
    keuze('verloop', ['beter', 'gelijk', 'slechter']),
    tekst('teDoen'),
    keuze('gedaan', ['ja']),
  ],
  verwijzingen: [
    keuze('stand', VERWIJZING_STANDEN, { nodig: true }),
    datum('standDatum', 'feit'),
    tekst('toelichting'),
  ],
};

/** The fields of an item of a list; they obey the rules of the fields of a package. The checklist gives the factors. */
export function listItemFields(say: Say, list: EditedList, { checklist }: Pick<Casus, 'checklist'>): Veld[] {
  const factors = checklist.filter(({ weg }) => !weg).map(({ id, naam }) => ({ id, tekst: naam }));
  return PARTS[list].flatMap(({ pad, soort, max, nodig = false, opties, dag, extra }) => {
    if (pad === 'factor' && factors.length === 0) return [];
    const label = say(toTextKey(list, pad));
    return {
      pad: toItemPath(list, pad),
      rubriek: 'casus',
      label,
      inTekst: label,
      naam: label,
      hulp: say(`${toTextKey(list, pad)}-hulp` as 'casus.veld-logboek-gezien-hulp'),
      soort,
      max,
      ...(dag ? { dag } : {}),
      ...(extra ? { extra } : {}),
      ...(opties
        ? {
            opties:
              pad === 'factor' ? factors : opties.map((id) => ({ id, tekst: say(toChoiceKey(pad, id)) })),
          }
        : {}),
      privacy: soort === 'tekst' || soort === 'regel',
      nodigVoorTafel: nodig,
      wieWeetHet: '',
    };
  });
}

/** An agreement is asked for in the words of the form. */
function toTextKey(list: EditedList, pad: string): 'casus.veld-logboek-gezien' {
  const isAsked = list === 'plan' && PLAN_COLUMNS.some((column) => column === pad);
  const name = `${list}-${pad}`;
  return (isAsked ? `veld.${name}` : `casus.veld-${name}`) as 'casus.veld-logboek-gezien';
}

function toChoiceKey(pad: string, id: string): 'casus.keuze-verloop-beter' {
  const name = `${pad}-${id}`;
  return `casus.keuze-${name}` as 'casus.keuze-verloop-beter';
}

/** The name of a field of an item on the page, such as `logboek.gezien`. */
export function toItemPath(list: EditedList, pad: string): string {
  return `${list}.${pad}`;
}

/** The texts of an item that are checked as typed text is. */
export function listTextPaths(list: EditedList): string[] {
  return PARTS[list].flatMap(({ pad, soort }) => (soort === 'tekst' || soort === 'regel' ? [pad] : []));
}
