import type { Arrow, RegelPart, TafelNode, Tree } from '../../domain/tree/decision-tree.ts';
import { toTafelHref } from '../tafel-presentation.ts';

/**
 * The tree as nested lists that say all that the picture says: a step for every question, with its answers, and at
 * the answers that open them the tables with their criteria.
 */
export function toTreeList(tree: Tree) {
  return tree.nodes.flatMap((node) =>
    node.soort === 'vraag' || node.soort === 'oordeel'
      ? [
          {
            id: node.id,
            tekst: node.tekst,
            toelichting: node.soort === 'vraag' ? node.toelichting : null,
            verder: findArrows(tree, node.id).map((arrow) => toFurther(tree, arrow)),
          },
        ]
      : [],
  );
}

/** Where an arrow leads: to an outcome, to a table, or on to another step. */
function toFurther(tree: Tree, { to, tekst }: Arrow) {
  const doel = tree.nodes.find(({ id }) => id === to);
  const isStap = doel?.soort === 'vraag' || doel?.soort === 'oordeel';
  return {
    voorwaarde: tekst,
    uitkomst: doel?.soort === 'uitkomst' ? { naam: doel.tekst, tekst: doel.toelichting } : null,
    stap: isStap ? { id: doel.id, tekst: doel.tekst } : null,
    tafel: doel?.soort === 'tafel' ? toTafel(tree, doel) : null,
  };
}

function toTafel(tree: Tree, { id, tafel, isVoorziening, tekst, trede, regel, aandachtspunten }: TafelNode) {
  return {
    id,
    naam: tekst,
    href: toTafelHref(tafel, isVoorziening ? 'voorziening' : 'overlegtafel'),
    trede,
    regel: toRegelModel(regel),
    aandachtspunten: aandachtspunten && {
      kop: aandachtspunten.kop,
      teksten: aandachtspunten.delen.map((deel) => deel.tekst),
    },
    verder: findArrows(tree, id).map((arrow) => toShortFurther(tree, arrow)),
  };
}

/** Where a table leads, by name only: outcome, table or step stands elsewhere in the list. */
function toShortFurther({ nodes }: Tree, { to, tekst }: Arrow) {
  const doel = nodes.find(({ id }) => id === to);
  return {
    voorwaarde: tekst,
    naam: doel?.tekst ?? '',
    id: doel?.soort === 'uitkomst' ? null : to,
  };
}

function findArrows({ pijlen }: Tree, from: string): Arrow[] {
  return pijlen.filter((arrow) => arrow.van === from);
}

/** A rule as the partial `regel` shows it. */
interface RegelModel {
  readonly kop: string | null;
  readonly tekst: string | null;
  readonly delen: readonly RegelModel[];
}

/** The view-model of a rule, as nested lists: "al deze" or "een van deze". */
export function toRegelModel(deel: RegelPart): RegelModel {
  return deel.soort === 'criterium'
    ? { kop: null, tekst: deel.tekst, delen: [] }
    : { kop: deel.kop, tekst: null, delen: deel.delen.map(toRegelModel) };
}
