import type { TafelOordeel } from '../../domain/advice/advies.ts';
import type { Content } from '../../domain/model/content.ts';
import { RUBRIEKEN } from '../../domain/model/pakketveld.ts';
import { PLAN_ROWS, type Veld } from '../../domain/referral/veld.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import { BADGES } from '../advice/to-explanation-model.ts';

interface Input {
  readonly content: Content;
  readonly oordeel: TafelOordeel;
  readonly velden: readonly Veld[];
  /** What was typed, by field name: stays. */
  readonly values: Readonly<Record<string, string>>;
  readonly fouten: readonly VeldFault[];
  /** A casuscode to show as an example. */
  readonly exampleCode: string;
}

/** The view-model of the referral form: the fields that this table asks for, what was typed, and what is wrong where. */
export function toReferralForm({ content, oordeel, velden, values, fouten, exampleCode }: Input) {
  const toModel = (veld: Veld) => toVeld(veld, values[veld.pad] ?? '', fouten, exampleCode);
  const startsWith = (begin: string) => velden.filter(({ pad }) => pad.startsWith(begin)).map(toModel);
  const { criteria } = oordeel;
  return {
    fouten: fouten.map(({ veld, melding }) => ({ href: `#${toId(veld)}`, tekst: melding })),
    // The substantiation unfolds per criterion instead.
    rubrieken: RUBRIEKEN.filter(
      (rubriek) =>
        // Only who may deploy the team agrees on the hours.
        rubriek !== 'onderbouwing' && (rubriek !== 'inzet' || oordeel.aanmelder.mag === true),
    )
      .map((rubriek) => ({
        kop: content.pakketvelden.rubrieken[rubriek],
        velden: velden.filter((veld) => veld.rubriek === rubriek && !veld.pad.includes('.')).map(toModel),
        isVraag: rubriek === 'vraag',
        isAfspraken: rubriek === 'afspraken',
      }))
      .filter(({ velden: list, isAfspraken }) => list.length > 0 || isAfspraken),
    onderbouwing: criteria
      .filter(({ criterium }) => criterium.weging === 'vereist')
      .map(({ criterium, oordeel: truth }) => {
        const own = startsWith(`onderbouwing.${criterium.id}.`);
        return {
          naam: criterium.tekst,
          badge: BADGES[truth],
          velden: own,
          isOpen: own.some(isFilledIn),
        };
      }),
    plan: Array.from({ length: PLAN_ROWS }, (_, rij) => {
      const own = startsWith(`plan.${rij}.`);
      return { naam: `Afspraak ${rij + 1}`, velden: own, isOpen: own.some(isFilledIn) };
    }),
  };
}

type VeldModel = ReturnType<typeof toVeld>;

function isFilledIn({ waarde, fout }: VeldModel): boolean {
  return waarde !== '' || fout !== null;
}

function toVeld(
  { pad, label, hulp, soort, opties, nodig }: Veld,
  waarde: string,
  faults: readonly VeldFault[],
  exampleCode: string,
) {
  const beschrijving = pad === 'casuscode' ? `${hulp} Bijvoorbeeld ${exampleCode}.` : hulp;
  return {
    id: toId(pad),
    naam: pad,
    label,
    waarde,
    beschrijving: pad.includes('.') ? null : beschrijving,
    fout: faults.find(({ veld }) => veld === pad)?.melding ?? null,
    rijen: soort === 'tekst' ? 4 : null,
    soort: soort === 'datum' ? 'date' : 'text',
    verplicht: pad === 'casuscode',
    nodig: nodig && pad !== 'casuscode',
    autocomplete: 'off',
    leeg: 'Kies een antwoord',
    isKeuze: soort === 'keuze',
    opties: opties?.map(({ id, tekst }) => ({ id, tekst, gekozen: id === waarde })) ?? [],
  };
}

/** The id of a field in the page: no dots, which style sheets and scripts would have to escape. */
function toId(path: string): string {
  return path.replaceAll('.', '-');
}
