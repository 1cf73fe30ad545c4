import type { Content } from '../model/content.ts';
import type { Pakketveld } from '../model/pakketveld.ts';
import { PLAN_KOLOMMEN, PLAN_RIJEN, type Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/** A filled-in field as the text says it; `lang` when it may run over several lines. */
interface Ingevuld {
  readonly label: string;
  readonly waarde: string;
  readonly lang: boolean;
}

/** A part of the package with its filled-in fields. */
export interface Rubriek {
  readonly id: Pakketveld['rubriek'];
  readonly kop: string;
  readonly velden: readonly Ingevuld[];
}

/** The parts of which the fields stand one below the other; the question comes first and the other parts have lines of their own. */
const EIGEN = ['gedaan', 'betrokkenen', 'veiligheid', 'persoon', 'afspraken'] as const;

/** One part of the package with what was filled in; without fields when nothing was. */
export function toRubriek(
  { pakketvelden }: Content,
  velden: readonly Veld[],
  verwijzing: Verwijzing,
  rubriek: Pakketveld['rubriek'],
): Rubriek {
  return {
    id: rubriek,
    kop: pakketvelden.rubrieken[rubriek],
    velden: velden
      .filter((veld) => veld.rubriek === rubriek && !veld.pad.includes('.'))
      .flatMap(({ pad, inTekst, soort, opties }) => {
        const waarde = verwijzing.get(pad);
        if (waarde === undefined) return [];
        const tekst = opties?.find(({ id }) => id === waarde)?.tekst ?? waarde;
        return [{ label: inTekst, waarde: tekst, lang: soort === 'tekst' }];
      }),
  };
}

/** The parts in which anything was filled in, in the order of the form. */
export function toRubrieken(content: Content, velden: readonly Veld[], verwijzing: Verwijzing): Rubriek[] {
  return EIGEN.map((rubriek) => toRubriek(content, velden, verwijzing, rubriek)).filter(
    (rubriek) => rubriek.velden.length > 0,
  );
}

/** The rows of the plan of action in which anything is filled in, each without its empty columns. */
export function toPlan(verwijzing: Verwijzing): { label: string; waarde: string }[][] {
  return Array.from({ length: PLAN_RIJEN }, (_, rij) =>
    PLAN_KOLOMMEN.flatMap(({ id, label }) => {
      const waarde = verwijzing.get(`plan.${rij}.${id}`);
      return waarde === undefined ? [] : [{ label, waarde }];
    }),
  ).filter((kolommen) => kolommen.length > 0);
}
