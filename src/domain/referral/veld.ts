import type { Antwoord } from '../model/antwoorden.ts';
import type { Content } from '../model/content.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Pakketveld } from '../model/pakketveld.ts';
import type { Criterium } from '../model/regel.ts';

/** One field of the form as it is sent: `path` is its name, dots between the parts (`plan.0.wie`). */
export interface Veld
  extends Pick<
    Pakketveld,
    'rubriek' | 'label' | 'inTekst' | 'hulp' | 'soort' | 'opties' | 'max' | 'privacy' | 'wieWeetHet'
  > {
  readonly pad: string;
  /** How messages call it: the label, and where that is not enough which of its kind. */
  readonly naam: string;
  /** The table cannot treat the case without it. */
  readonly nodig: boolean;
}

/** How many rows the plan of action has room for. */
export const PLAN_ROWS = 5;
/** The columns of the plan of action (Tien in Twente, projectplan 2014, "4.4.2 Hulpverlening"). */
export const PLAN_COLUMNS = [
  { id: 'wie', label: 'Wie' },
  { id: 'doetWat', label: 'Doet wat' },
  { id: 'waar', label: 'Waar' },
  { id: 'wanneer', label: 'Wanneer' },
  { id: 'hoe', label: 'Hoe' },
  { id: 'doel', label: 'Met welk doel' },
  { id: 'bijdrage', label: 'Hoe dit escalatie voorkomt' },
] as const;
const ONDERBOUWING = [
  { id: 'feit', label: 'Waaruit blijkt dit?', soort: 'tekst', max: 20_000 },
  { id: 'vanWie', label: 'Van wie weet u dit? (functie)', soort: 'regel', max: 200 },
  { id: 'datum', label: 'Van welke datum is dit?', soort: 'datum', max: 10 },
] as const;

/**
 * All fields that a table asks for, in the order of the form: those of the content, per criterion a substantiation,
 * the plan. Which are needed depends on the role of the user too.
 */
export function listVelden(content: Content, tafel: Overlegtafel, rol: Antwoord | undefined): Veld[] {
  const own = content.pakketvelden.velden
    .filter(({ tafels }) => tafels === 'alle' || tafels.includes(tafel.id))
    .map(({ id, nodigBij, nietNodigVoor, tafels: _, ...veld }) => ({
      ...veld,
      pad: id,
      naam: veld.label,
      nodig:
        (nodigBij === 'alle' || nodigBij.includes(tafel.id)) && !nietNodigVoor.some((geen) => geen === rol),
    }));
  const span = own.findLastIndex(({ rubriek }) => rubriek === 'vraag') + 1;
  const criteria = tafel.regels.criteria.filter(({ weging }) => weging === 'vereist');
  return [...own.slice(0, span), ...criteria.flatMap(toOnderbouwing), ...own.slice(span), ...listPlan()];
}

/** The name of a field of the substantiation of a criterion. */
export function toOnderbouwingPath(criterium: string, deel: (typeof ONDERBOUWING)[number]['id']): string {
  return `onderbouwing.${criterium}.${deel}`;
}

function toOnderbouwing({ id: criterium, tekst }: Criterium): Veld[] {
  return ONDERBOUWING.map(({ id, label, soort, max }) => ({
    pad: toOnderbouwingPath(criterium, id),
    rubriek: 'onderbouwing',
    label,
    inTekst: label,
    naam: `${label} (bij: ${tekst})`,
    hulp: tekst,
    soort,
    max,
    privacy: true,
    nodig: false,
    wieWeetHet: 'Wie het criterium kan bevestigen.',
  }));
}

function listPlan(): Veld[] {
  return Array.from({ length: PLAN_ROWS }, (_, rij) =>
    PLAN_COLUMNS.map(
      ({ id, label }): Veld => ({
        pad: `plan.${rij}.${id}`,
        rubriek: 'afspraken',
        label: `${label} (afspraak ${rij + 1})`,
        inTekst: label,
        naam: `${label} (afspraak ${rij + 1})`,
        hulp: '',
        soort: 'regel',
        max: 500,
        privacy: true,
        nodig: false,
        wieWeetHet: 'De betrokkenen samen.',
      }),
    ),
  ).flat();
}
