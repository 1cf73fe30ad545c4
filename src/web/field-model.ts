import type { Veld } from '../domain/referral/veld.ts';
import type { VeldFault, Warning } from '../domain/referral/verwijzing.ts';

/** The kinds of field that a browser has a kind of input for. */
const INPUT_TYPE: Partial<Record<Veld['soort'], string>> = { datum: 'date', 'e-mail': 'email' };

/** The view-model of a field with what was typed and what is wrong with it, for the partial `veld`. */
export function toFieldModel(
  { pad, label, hulp, soort, opties, autocomplete }: Veld,
  waarde: string,
  fouten: readonly VeldFault[],
) {
  return {
    id: toFieldId(pad),
    naam: pad,
    label,
    waarde,
    beschrijving: hulp as string | null,
    fout: fouten.find(({ veld }) => veld === pad)?.melding ?? null,
    rijen: soort === 'tekst' ? 4 : null,
    soort: INPUT_TYPE[soort] ?? 'text',
    verplicht: false,
    nodig: false,
    // "off" would empty the field on the way back to it.
    autocomplete: autocomplete ?? null,
    isKeuze: soort === 'keuze',
    opties: opties?.map(({ id, tekst }) => ({ id, tekst, gekozen: id === waarde })) ?? [],
  };
}

/** What is wrong, as links to the fields, for the partial above a form. */
export function toFaultLinks(fouten: readonly VeldFault[]) {
  return fouten.map(({ veld, melding }) => ({ href: `#${toFieldId(veld)}`, tekst: melding }));
}

/** What looks like personal data, each with a box to confirm that it is none. */
export function toWarningBoxes(warnings: readonly Warning[]) {
  return warnings.map(({ id, tekst, bevestigd }, index) => ({
    id,
    inputId: `bevestigd-${index}`,
    tekst,
    bevestigd,
  }));
}

/** The id of a field in the page: no dots, which style sheets and scripts would have to escape. */
function toFieldId(path: string): string {
  return path.replaceAll('.', '-');
}
