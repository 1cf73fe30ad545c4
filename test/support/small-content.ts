import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import type { Beslismodel } from '../../src/domain/model/beslismodel.ts';
import type { Content } from '../../src/domain/model/content.ts';
import { toSituatie } from '../../src/domain/questions/situatie.ts';
import { listAllAntwoorden } from '../proof/question-paths.ts';
import { content } from './real-content.ts';

export type SmallContent = Pick<Content, 'vragen' | 'tafels'>;

const KEPT = ['mobiel-p10-team', 'crisisteam-zorgkantoor'];
const LEFT = new Set(['rol', 'wlzZorg', 'verblijf', 'ggzIngeschreven', 'eerderStrafOfDwang']);

/** Of these questions only these options. */
const ONLY: Readonly<Record<string, string>> = {
  acuutGevaar: 'ja',
  gemeente: 'buiten-twente',
  lokaalBesproken: 'ja nee',
  lokaalVastgelopen: 'ja nee',
  zorgNodigBinnen: '24-uur weetNiet',
};

/** Content of the same kind that is so small that each of its cases can be looked at: some of the questions of two tables. */
export function makeSmallContent(): SmallContent {
  const tafels = content.tafels.filter(({ id }) => KEPT.includes(id));
  const named = new Set([...KEPT, ...tafels.map(({ regels }) => regels.signaal)]);
  return {
    tafels,
    vragen: content.vragen
      .filter(
        ({ feit, wanneer }) =>
          !LEFT.has(feit) && (!('tafels' in wanneer) || wanneer.tafels.some((id) => KEPT.includes(id))),
      )
      .map((vraag) => {
        const only = ONLY[vraag.feit]?.split(' ');
        if (only) return { ...vraag, opties: vraag.opties.filter(({ id }) => only.includes(id)) };
        if (vraag.type !== 'meerkeuze') return vraag;
        return { ...vraag, opties: vraag.opties.filter(({ id, alleen }) => alleen || named.has(id)) };
      }),
  };
}

/** Every case of some content: each question not answered, and if it is relevant answered in every way. */
export function* listEveryCase(
  model: Beslismodel,
  nummer = 0,
  antwoorden: Readonly<Record<string, Antwoord>> = {},
): Generator<Antwoorden> {
  const vraag = model.vragen[nummer];
  if (!vraag) {
    yield antwoorden;
    return;
  }
  yield* listEveryCase(model, nummer + 1, antwoorden);
  // Whether it is relevant depends only on what was answered before.
  if (!model.relevance.isRelevant(vraag.feit, antwoorden, toSituatie(model, antwoorden).opened)) return;
  for (const antwoord of listAllAntwoorden(vraag))
    yield* listEveryCase(model, nummer + 1, { ...antwoorden, [vraag.feit]: antwoord });
}
