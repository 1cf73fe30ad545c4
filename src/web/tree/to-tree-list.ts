import type { Arrow, RegelPart, TafelNode, Tree } from '../../domain/tree/decision-tree.ts';
import { toTafelHref } from '../tafel-href.ts';

/**
 * The tree as nested lists that say all that the picture says: a step for every question, with its answers, and at
 * the answers that open them the tables with their criteria.
 */
export function toTreeList(boom: Tree) {
  return boom.nodes.flatMap((knoop) =>
    knoop.soort === 'vraag' || knoop.soort === 'oordeel'
      ? [
          {
            id: knoop.id,
            tekst: knoop.tekst,
            toelichting: knoop.soort === 'vraag' ? knoop.toelichting : null,
            verder: findPijlen(boom, knoop.id).map((pijl) => toVerder(boom, pijl)),
          },
        ]
      : [],
  );
}

/** Where an arrow leads: to an outcome, to a table, or on to another step. */
function toVerder(boom: Tree, { to: naar, tekst }: Arrow) {
  const doel = boom.nodes.find(({ id }) => id === naar);
  const isStap = doel?.soort === 'vraag' || doel?.soort === 'oordeel';
  return {
    voorwaarde: tekst,
    uitkomst: doel?.soort === 'uitkomst' ? { naam: doel.tekst, tekst: doel.toelichting } : null,
    stap: isStap ? { id: doel.id, tekst: doel.tekst } : null,
    tafel: doel?.soort === 'tafel' ? toTafel(boom, doel) : null,
  };
}

function toTafel(boom: Tree, { id, tafel, isVoorziening, tekst, trede, regel, aandachtspunten }: TafelNode) {
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
    verder: findPijlen(boom, id).map((pijl) => toKorteVerder(boom, pijl)),
  };
}

/** Where a table leads, by name only: outcome, table or step stands elsewhere in the list. */
function toKorteVerder({ nodes: knopen }: Tree, { to: naar, tekst }: Arrow) {
  const doel = knopen.find(({ id }) => id === naar);
  return {
    voorwaarde: tekst,
    naam: doel?.tekst ?? '',
    id: doel?.soort === 'uitkomst' ? null : naar,
  };
}

function findPijlen({ pijlen }: Tree, van: string): Arrow[] {
  return pijlen.filter((pijl) => pijl.van === van);
}

/** The rule as the partial `regel` shows it. */
interface RegelModel {
  readonly kop: string | null;
  readonly tekst: string | null;
  readonly delen: readonly RegelModel[];
}

function toRegelModel(deel: RegelPart): RegelModel {
  return deel.soort === 'criterium'
    ? { kop: null, tekst: deel.tekst, delen: [] }
    : { kop: deel.kop, tekst: null, delen: deel.delen.map(toRegelModel) };
}
