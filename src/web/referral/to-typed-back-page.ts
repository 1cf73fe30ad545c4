import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { Veld } from '../../domain/referral/veld.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Say } from '../../domain/texts.ts';
import { readCarried } from '../carried.ts';
import { toFaultLinks, toFieldModel } from '../field-model.ts';
import type { Page } from '../page.ts';

/**
 * The page that gives back what was typed for a table, in fields that can be changed, and saved as a case file.
 * `vragen` is where the questions go on, when most of the answers are still there.
 */
export function toTypedBackPage(
  say: Say,
  tafel: Overlegtafel,
  velden: readonly Veld[],
  form: URLSearchParams,
  fouten: readonly VeldFault[],
  vragen: string | null = null,
): Page {
  return {
    template: 'verwijzen-verlopen',
    titel: say('casus.verlopen'),
    fout: fouten.length > 0,
    kruimels: [{ tekst: tafel.korteNaam }],
    model: {
      fouten: toFaultLinks(fouten),
      inZin: tafel.inZin,
      vragen,
      mee: readCarried(form),
      actie: `/casus/bestand?tafel=${tafel.id}`,
      velden: velden
        .filter(({ pad }) => pad === 'casuscode' || (form.get(pad) ?? '') !== '')
        .map((veld) => ({
          ...toFieldModel(veld, form.get(veld.pad) ?? '', fouten),
          label: veld.naam,
          beschrijving: null,
          // As it was typed, whatever it is.
          soort: 'text',
          autocomplete: null,
          verplicht: true,
        })),
    },
  };
}
