import type { Veld } from '../../domain/referral/veld.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';

/** The view-models of fields with what was typed, for the partial `veld`. */
export function toFieldModels(
  velden: readonly Veld[],
  values: Readonly<Record<string, string>>,
  fouten: readonly VeldFault[],
) {
  return velden.map(({ pad, label, hulp, soort, opties, nodigVoorTafel }) => ({
    id: pad.replaceAll('.', '-'),
    naam: pad,
    label,
    waarde: values[pad] ?? '',
    beschrijving: hulp,
    fout: fouten.find(({ veld }) => veld === pad)?.melding ?? null,
    rijen: soort === 'tekst' ? 4 : null,
    soort: soort === 'datum' ? 'date' : 'text',
    verplicht: nodigVoorTafel,
    nodig: false,
    autocomplete: null,
    isKeuze: soort === 'keuze',
    opties: opties?.map(({ id, tekst }) => ({ id, tekst, gekozen: id === values[pad] })) ?? [],
  }));
}
