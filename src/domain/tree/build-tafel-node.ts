import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium, Regel } from '../model/regel.ts';
import type { BeslisboomTekst } from '../model/uitkomst.ts';
import type { CriteriumDeel, RegelDeel, TafelKnoop } from './decision-tree.ts';

/** The place of a table in the tree, with its criteria as its rule joins them. */
export function buildTafelKnoop(tafel: Overlegtafel, tekst: BeslisboomTekst['regel']): TafelKnoop {
  const { criteria, regel } = tafel.regels;
  const criteriumVan = new Map(criteria.map((criterium) => [criterium.id, toDeel(criterium)]));
  const aandachtspunten = criteria.filter(({ weging }) => weging === 'aandachtspunt');
  return {
    soort: 'tafel',
    id: `tafel-${tafel.id}`,
    tafel: tafel.id,
    isVoorziening: tafel.soort === 'voorziening',
    tekst: tafel.korteNaam,
    trede: tafel.trede,
    regel: toRegelDeel(regel, tekst, criteriumVan),
    aandachtspunten:
      aandachtspunten.length > 0 ? { kop: tekst.aandachtspunten, delen: aandachtspunten.map(toDeel) } : null,
  };
}

function toDeel({ id, tekst }: Criterium): CriteriumDeel {
  return { soort: 'criterium', id, tekst };
}

/** A group of one is that one. */
function toRegelDeel(
  regel: Regel,
  tekst: BeslisboomTekst['regel'],
  criteriumVan: ReadonlyMap<string, CriteriumDeel>,
): RegelDeel {
  if ('condition' in regel) {
    const criterium = criteriumVan.get(regel.condition);
    if (!criterium) throw new Error(`De regel noemt het onbekende criterium ${regel.condition}.`);
    return criterium;
  }
  const [soort, delen] = 'any' in regel ? (['een', regel.any] as const) : (['alle', regel.all] as const);
  const [enige] = delen;
  if (delen.length === 1 && enige) return toRegelDeel(enige, tekst, criteriumVan);
  return { soort, kop: tekst[soort], delen: delen.map((deel) => toRegelDeel(deel, tekst, criteriumVan)) };
}
