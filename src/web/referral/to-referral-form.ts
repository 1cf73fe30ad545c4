import type { CriteriumOordeel, TafelOordeel } from '../../domain/advice/advies.ts';
import { explainOordeel, type Told, tellExplanation } from '../../domain/advice/explanation.ts';
import type { Antwoord } from '../../domain/model/antwoorden.ts';
import type { Content } from '../../domain/model/content.ts';
import { RUBRIEKEN } from '../../domain/model/pakketveld.ts';
import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import { listLines } from '../../domain/referral/phone-card.ts';
import { PLAN_ROWS, toPackageWords, type Veld } from '../../domain/referral/veld.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Say } from '../../domain/texts.ts';
import { toWayBadge } from '../advice/to-explanation-model.ts';
import { toFaultLinks, toFieldModel } from '../field-model.ts';

interface Input {
  readonly content: Content;
  readonly say: Say;
  readonly oordeel: TafelOordeel;
  readonly rol: Antwoord | undefined;
  readonly velden: readonly Veld[];
  /** What this message cannot do without. */
  readonly needed: readonly Veld[];
  /** What was typed, by field name: stays. */
  readonly values: Readonly<Record<string, string>>;
  readonly fouten: readonly VeldFault[];
  /** A casuscode to show as an example. */
  readonly exampleCode: string;
}

/** The view-model of the referral form: the fields that this table asks for, what was typed, and what is wrong where. */
export function toReferralForm({
  content,
  say,
  oordeel,
  rol,
  velden,
  needed,
  values,
  fouten,
  exampleCode,
}: Input) {
  const toModel = (veld: Veld) =>
    toVeld(say, veld, needed.includes(veld), values[veld.pad] ?? '', fouten, exampleCode);
  const startsWith = (begin: string) => velden.filter(({ pad }) => pad.startsWith(begin)).map(toModel);
  const { rubrieken } = toPackageWords(content.pakketvelden, rol);
  return {
    fouten: toFaultLinks(fouten),
    // The substantiation unfolds per criterion instead.
    rubrieken: RUBRIEKEN.filter(
      (rubriek) =>
        // Only who may deploy the team agrees on the hours.
        rubriek !== 'onderbouwing' && (rubriek !== 'inzet' || oordeel.aanmelder.mag === true),
    )
      .map((rubriek) => {
        const own = velden.filter((veld) => veld.rubriek === rubriek && !veld.pad.includes('.'));
        const extra = own.filter((veld) => veld.extra).map(toModel);
        return {
          kop: rubrieken[rubriek],
          velden: own.filter((veld) => !veld.extra).map(toModel),
          meer: say('verwijzen.meer', { kop: rubrieken[rubriek].toLocaleLowerCase('nl') }),
          extra,
          isExtraOpen: extra.some(isFilledIn),
          isVraag: rubriek === 'vraag',
          isAfspraken: rubriek === 'afspraken',
        };
      })
      .filter(({ velden: list, isAfspraken }) => list.length > 0 || isAfspraken),
    onderbouwing: listTold(tellExplanation(explainOordeel(oordeel))).map(({ criterium, nodig }) => {
      const own = startsWith(`onderbouwing.${criterium.criterium.id}.`);
      return {
        naam: criterium.criterium.tekst,
        badge: toWayBadge(say, criterium.oordeel, nodig),
        velden: own,
        isOpen: own.some(isFilledIn),
      };
    }),
    plan: Array.from({ length: PLAN_ROWS }, (_, rij) => {
      const own = startsWith(`plan.${rij}.`);
      return {
        naam: say('verwijzen.afspraak', { nummer: rij + 1 }),
        velden: own,
        isOpen: own.some(isFilledIn),
      };
    }),
  };
}

type VeldModel = ReturnType<typeof toVeld>;

function isFilledIn({ waarde, fout }: VeldModel): boolean {
  return waarde !== '' || fout !== null;
}

function toVeld(
  say: Say,
  veld: Veld,
  nodig: boolean,
  waarde: string,
  faults: readonly VeldFault[],
  exampleCode: string,
) {
  const { pad, hulp } = veld;
  const beschrijving =
    pad === 'casuscode' ? say('verwijzen.casuscode', { hulp, voorbeeld: exampleCode }) : hulp;
  return {
    ...toFieldModel(veld, waarde, faults),
    beschrijving: pad.includes('.') ? null : beschrijving,
    verplicht: pad === 'casuscode',
    nodig: nodig && pad !== 'casuscode',
  };
}

/** The criteria in the order in which the advice tells them, with whether each counts. */
function listTold({ uitleg, nodig, delen }: Told): { criterium: CriteriumOordeel; nodig: boolean }[] {
  return uitleg.soort === 'criterium'
    ? [{ criterium: uitleg.criterium, nodig }]
    : delen.flatMap((deel) => listTold(deel));
}

/** The view-model of the phone card above its form: whom to call, and what to say step by step. */
export function toCallModel({ belkaart }: VerwijsPakket) {
  if (belkaart === null) return null;
  const { opening, stappen } = belkaart;
  return { kop: opening.kop, regels: listLines(opening), stappen };
}
