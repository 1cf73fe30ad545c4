import { toOordeel } from '../advice/uitkomst.ts';
import type { Truth } from '../evaluation/kleene.ts';
import type { Regel } from '../model/regel.ts';
import type { Oordeel } from '../model/uitkomst.ts';
import type { Answers } from './answers.ts';
import type { Operations } from './diagram/operations.ts';
import type { Diagram, Store } from './diagram/store.ts';
import type { Opened } from './opened.ts';
import type { ProofTafel } from './proof-content.ts';

/** What the answers make of a table. */
export interface JudgedTafel {
  readonly oordeel: Diagram<Oordeel>;
  /** By criterion; not known as long as the table is not opened. */
  readonly criteria: ReadonlyMap<string, Diagram<Truth>>;
}

/** Makes what judges one table after another, in three-valued logic. */
export function createJudge(
  store: Store,
  { combine, map, choose, never }: Operations,
  answers: Answers,
  { opened, relevant }: Opened,
): (tafel: ProofTafel) => JudgedTafel {
  const [ja, nee, onbekend] = [
    store.leaf<Truth>('ja'),
    store.leaf<Truth>('nee'),
    store.leaf<Truth>('onbekend'),
  ];
  const decide = (decides: Truth, decided: Diagram<Truth>) => {
    const ifDecided = (truth: Truth) => (truth === decides ? decided : undefined);
    return combine(
      (left: Truth, right: Truth): Truth => {
        if (left === decides || right === decides) return decides;
        return left === 'onbekend' ? left : right;
      },
      ifDecided,
      ifDecided,
    );
  };
  const [any, all] = [decide('ja', ja), decide('nee', nee)];
  const judge = (regel: Regel, criteria: ReadonlyMap<string, Diagram<Truth>>): Diagram<Truth> => {
    if ('condition' in regel) return criteria.get(regel.condition) ?? onbekend;
    const [parts, join, neutral] =
      'any' in regel ? ([regel.any, any, nee] as const) : ([regel.all, all, ja] as const);
    return parts.reduceRight((until, deel) => join(judge(deel, criteria), until), neutral);
  };
  const toOordelen = map<Truth, Oordeel>(toOordeel);
  return ({ id, regels }) => {
    const isOpened = opened.get(id) ?? never;
    const criteria = new Map(
      regels.criteria.map(({ id: criterium, voorwaarde }) => [
        criterium,
        choose(relevant.get(voorwaarde.fact) ?? never, answers.truth(voorwaarde), onbekend),
      ]),
    );
    return {
      oordeel: choose(
        isOpened,
        toOordelen(judge(regels.regel, criteria)),
        store.leaf<Oordeel>('nietNagegaan'),
      ),
      criteria: new Map([...criteria].map(([naam, truth]) => [naam, choose(isOpened, truth, onbekend)])),
    };
  };
}
