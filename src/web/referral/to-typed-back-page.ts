import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { Veld } from '../../domain/referral/veld.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Say } from '../../domain/texts.ts';
import type { Page } from '../page.ts';

/** The page that gives back what was typed for a table, in fields that can be changed, and saved as a case file. */
export function toTypedBackPage(
  say: Say,
  tafel: Overlegtafel,
  velden: readonly Veld[],
  values: Readonly<Record<string, string>>,
  fouten: readonly VeldFault[],
): Page {
  return {
    template: 'verwijzen-verlopen',
    titel: say('casus.verlopen'),
    fout: fouten.length > 0,
    kruimels: [{ tekst: tafel.korteNaam }],
    model: {
      fouten: fouten.map(({ veld, melding }) => ({ href: `#${toId(veld)}`, tekst: melding })),
      inZin: tafel.inZin,
      actie: `/casus/bestand?tafel=${tafel.id}`,
      velden: velden
        .filter(({ pad }) => pad === 'casuscode' || (values[pad] ?? '') !== '')
        .map(({ pad, naam, soort, opties }) => ({
          id: toId(pad),
          naam: pad,
          label: naam,
          waarde: values[pad] ?? '',
          beschrijving: null,
          fout: fouten.find(({ veld }) => veld === pad)?.melding ?? null,
          rijen: soort === 'tekst' ? 6 : null,
          soort: 'text',
          verplicht: true,
          nodig: false,
          autocomplete: null,
          isKeuze: soort === 'keuze',
          opties: opties?.map(({ id, tekst }) => ({ id, tekst, gekozen: id === values[pad] })) ?? [],
        })),
    },
  };
}

/** The id of a field in the page: no dots. */
function toId(path: string): string {
  return path.replaceAll('.', '-');
}
