import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium, Regel } from '../model/regel.ts';
import type { BeslisboomText } from '../model/uitkomst.ts';
import type { CriteriumPart, RegelPart, TafelNode } from './decision-tree.ts';

/** The place of a table in the tree, with its criteria as its rule joins them. */
export function buildTafelNode(tafel: Overlegtafel, tekst: BeslisboomText['regel']): TafelNode {
  const aandachtspunten = tafel.regels.criteria.filter(({ weging }) => weging === 'aandachtspunt');
  return {
    soort: 'tafel',
    id: `tafel-${tafel.id}`,
    tafel: tafel.id,
    isVoorziening: tafel.soort === 'voorziening',
    tekst: tafel.korteNaam,
    trede: tafel.trede,
    regel: toRegel(tafel, tekst),
    aandachtspunten:
      aandachtspunten.length > 0 ? { kop: tekst.aandachtspunten, delen: aandachtspunten.map(toPart) } : null,
  };
}

/** The rule of a table, as its criteria make the whole. */
export function toRegel(
  { regels: { criteria, regel } }: Pick<Overlegtafel, 'regels'>,
  tekst: BeslisboomText['regel'],
): RegelPart {
  return toRegelPart(regel, tekst, new Map(criteria.map((criterium) => [criterium.id, toPart(criterium)])));
}

function toPart({ id, tekst }: Criterium): CriteriumPart {
  return { soort: 'criterium', id, tekst };
}

/** A group of one is that one. */
function toRegelPart(
  regel: Regel,
  tekst: BeslisboomText['regel'],
  criteriumOf: ReadonlyMap<string, CriteriumPart>,
): RegelPart {
  if ('condition' in regel) {
    const criterium = criteriumOf.get(regel.condition);
    if (!criterium) throw new Error(`De regel noemt het onbekende criterium ${regel.condition}.`);
    return criterium;
  }
  const [soort, parts] = 'any' in regel ? (['een', regel.any] as const) : (['alle', regel.all] as const);
  const [single] = parts;
  if (parts.length === 1 && single) return toRegelPart(single, tekst, criteriumOf);
  return { soort, kop: tekst[soort], delen: parts.map((deel) => toRegelPart(deel, tekst, criteriumOf)) };
}
