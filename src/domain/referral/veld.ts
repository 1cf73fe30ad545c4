import { toDateText } from '../calendar.ts';
import type { Antwoord } from '../model/antwoorden.ts';
import type { Content } from '../model/content.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Pakketveld, PakketWords } from '../model/pakketveld.ts';
import type { Criterium } from '../model/regel.ts';
import { INWONER, ROL } from '../model/routing-facts.ts';
import type { Say } from '../texts.ts';

/** One field of the form as it is sent: `pad` is its name, dots between the parts (`plan.0.wie`). */
export interface Veld
  extends Pick<
    Pakketveld,
    | 'rubriek'
    | 'label'
    | 'inTekst'
    | 'hulp'
    | 'soort'
    | 'dag'
    | 'opties'
    | 'max'
    | 'privacy'
    | 'wieWeetHet'
    | 'zonderToestemming'
    | 'extra'
    | 'autocomplete'
  > {
  readonly pad: string;
  /** How messages call it: the label, and where that is not enough which of its kind. */
  readonly naam: string;
  /** The table cannot treat the case without it; whether a message needs it, `listNeeded` tells. */
  readonly nodigVoorTafel: boolean;
}

/** What was given for a field, in the words of its options and dates. */
export function toVeldText({ soort, opties }: Pick<Veld, 'soort' | 'opties'>, given: string): string {
  return opties?.find(({ id }) => id === given)?.tekst ?? (soort === 'datum' ? toDateText(given) : given);
}

/** How many rows the plan of action has room for. */
export const PLAN_ROWS = 5;
/** The columns of the plan of action (Tien in Twente, projectplan 2014, "4.4.2 Hulpverlening"). */
export const PLAN_COLUMNS = ['wie', 'doetWat', 'waar', 'wanneer', 'hoe', 'doel', 'bijdrage'] as const;
/** In characters, as all limits of texts. */
export const MAX_AFSPRAAK = 500;
export const MAX_FEIT = 20_000;
export const MAX_VAN_WIE = 200;
const ONDERBOUWING = [
  { id: 'feit', soort: 'tekst', max: MAX_FEIT },
  { id: 'vanWie', soort: 'regel', max: MAX_VAN_WIE },
  { id: 'datum', soort: 'datum', max: 10 },
] as const;

/**
 * All fields that a table asks for, in the order of the form: those of the content, per criterion a substantiation,
 * the plan. Which are needed depends on the role of the user too.
 */
export function listVelden(
  say: Say,
  content: Content,
  tafel: Overlegtafel,
  rol: Antwoord | undefined,
): Veld[] {
  const own = toPackageWords(content.pakketvelden, rol)
    .velden.filter(({ tafels }) => tafels === 'alle' || tafels.includes(tafel.id))
    .map(({ id, nodigBij, nietNodigVoor, tafels: _, ...veld }) => ({
      ...veld,
      pad: id,
      naam: veld.label,
      nodigVoorTafel:
        (nodigBij === 'alle' || nodigBij.includes(tafel.id)) &&
        !nietNodigVoor.some((geen) => geen === rol) &&
        !saysRol(content, tafel, id),
    }));
  const span = own.findLastIndex(({ rubriek }) => rubriek === 'vraag') + 1;
  const criteria = tafel.regels.criteria.filter(({ weging }) => weging === 'vereist');
  const onderbouwing = criteria.flatMap((criterium) => toOnderbouwing(say, criterium));
  return [...own.slice(0, span), ...onderbouwing, ...own.slice(span), ...listPlan(say)];
}

/** Whether who calls says the role instead, where this field is not filled in. */
function saysRol({ pakketvelden }: Content, { kanaal }: Overlegtafel, id: string): boolean {
  return (
    kanaal.soort === 'telefoon' &&
    pakketvelden.belkaart.stappen.some(({ rijen }) =>
      rijen.some((regel) => 'rij' in regel && regel.rij === id && regel.anders === ROL),
    )
  );
}

/** The name of a field of the substantiation of a criterion. */
export function toOnderbouwingPath(criterium: string, deel: (typeof ONDERBOUWING)[number]['id']): string {
  return `onderbouwing.${criterium}.${deel}`;
}

function toOnderbouwing(say: Say, { id: criterium, tekst }: Criterium): Veld[] {
  return ONDERBOUWING.map(({ id, soort, max }) => {
    const label = say(`veld.onderbouwing-${id}`);
    return {
      pad: toOnderbouwingPath(criterium, id),
      rubriek: 'onderbouwing',
      label,
      inTekst: label,
      naam: say('veld.onderbouwing-bij', { vraag: label, criterium: tekst }),
      hulp: tekst,
      soort,
      max,
      privacy: true,
      nodigVoorTafel: false,
      wieWeetHet: say('veld.onderbouwing-wie-weet-het'),
    };
  });
}

/** The rows of the plan of action, the same for every table. */
export function listPlan(say: Say): Veld[] {
  return Array.from({ length: PLAN_ROWS }, (_, rij) =>
    PLAN_COLUMNS.map((id): Veld => {
      const inTekst = say(`veld.plan-${id}`);
      const naam = say('veld.plan-bij', { vraag: inTekst, nummer: rij + 1 });
      return {
        pad: `plan.${rij}.${id}`,
        rubriek: 'afspraken',
        label: naam,
        inTekst,
        naam,
        // The plan repeats the same row; once is enough to explain it.
        hulp: rij === 0 ? say(`veld.plan-${id}-hulp`) : '',
        soort: 'regel',
        max: MAX_AFSPRAAK,
        privacy: true,
        nodigVoorTafel: false,
        wieWeetHet: say('veld.plan-wie-weet-het'),
      };
    }),
  ).flat();
}

/** The words of the package and its form for who has this role. */
export function toPackageWords(
  words: PakketWords,
  rol: Antwoord | undefined,
): Pick<PakketWords, 'rubrieken' | 'teksten' | 'velden'> {
  if (rol !== INWONER) return words;
  const { rubrieken, teksten, velden } = words.inwoner;
  return {
    rubrieken: { ...words.rubrieken, ...rubrieken },
    teksten: { ...words.teksten, ...teksten },
    velden: words.velden.map((veld) => ({ ...veld, ...velden[veld.id] })),
  };
}
