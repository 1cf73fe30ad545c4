import { SIGNALEN } from '../../model/routing-facts.ts';
import { DONT_KNOW } from '../../model/vraag.ts';
import type { Diagram } from '../diagram/store.ts';
import { type Aspect, listAspects } from '../list-aspects.ts';
import {
  type Breach,
  breachWhere,
  type ContentProof,
  findSupport,
  type Law,
  listPlaces,
  toName,
} from './law.ts';

/** What holds for answers: what they can do, and what not. */
export const ANSWER_LAWS: readonly Law[] = [
  {
    id: 'vast-is-vast',
    tekst: 'Een antwoord op een open vraag keert nooit een oordeel om dat al vaststond.',
    findBreaches(proof) {
      const { and, or, is, differ } = proof.operations;
      return [...proof.advies.tafels].flatMap(([id, { oordeel }]) =>
        // Which signals there are decides which tables are looked into at all, so that is not such an answer.
        listFeiten(proof, oordeel, SIGNALEN).flatMap((feit) =>
          listOpen(proof, feit).flatMap((open) => {
            const before = proof.operations.restrict(oordeel, open);
            const isDecided = or(is(before, 'voldoet'), is(before, 'voldoetNiet'));
            return breachWhere(
              proof,
              `het oordeel over ${toName(proof, id)} stond al vast, en keert om door het antwoord op "${toKort(proof, feit)}"`,
              and(isDecided, differ(before, oordeel)),
            );
          }),
        ),
      );
    },
  },
  {
    id: 'wat-niet-telt',
    tekst: 'Een antwoord dat is blijven staan maar niet meer telt, verandert niets.',
    findBreaches(proof) {
      const { and, not, differ, restrict } = proof.operations;
      const { relevant } = proof.advies;
      return listAspects(proof.advies).flatMap((aspect) =>
        listFeiten(proof, aspect.diagram).flatMap((feit) => {
          const isRelevant = relevant.get(feit);
          if (isRelevant === undefined || isRelevant === proof.operations.always) return [];
          const without = restrict(
            aspect.diagram,
            new Map(listPlaces(proof, feit).map((place) => [place, 0])),
          );
          return breachWhere(
            proof,
            `het antwoord op "${toKort(proof, feit)}" telt niet, maar verandert wel ${toAspectName(proof, aspect)}`,
            and(not(isRelevant), differ(aspect.diagram, without)),
          );
        }),
      );
    },
  },
  {
    id: 'elke-vraag-telt',
    tekst: 'Elke vraag doet ertoe: in een of meer gevallen verandert haar antwoord het advies.',
    findBreaches(proof) {
      const counting = new Set(
        listAspects(proof.advies).flatMap(({ diagram }) => listFeiten(proof, diagram)),
      );
      return proof.content.vragen
        .filter(({ feit }) => !counting.has(feit))
        .map(({ kort }): Breach => ({ wat: `het antwoord op "${kort}" verandert nooit iets`, geval: null }));
    },
  },
];

/** The facts on which a diagram depends. */
function listFeiten(proof: ContentProof, diagram: Diagram<unknown>, ...without: string[]): string[] {
  const feiten = [...findSupport(proof, diagram)].map((place) => proof.variables.all[place]?.feit ?? '');
  return [...new Set(feiten)].filter((feit) => !without.includes(feit));
}

/** The ways in which a question is open: not answered, or "I do not know". */
function listOpen(proof: ContentProof, feit: string): Map<number, number>[] {
  const places = listPlaces(proof, feit);
  const [question = 0] = places.filter((place) => proof.variables.all[place]?.optie === null);
  const { values = [] } = proof.variables.all[question] ?? {};
  const dontKnow = values.findIndex((value) => [value].flat()[0] === DONT_KNOW);
  return [0, ...(dontKnow > 0 ? [dontKnow] : [])].map(
    (value) => new Map(places.map((place) => [place, place === question ? value : 0])),
  );
}

function toKort({ content }: ContentProof, feit: string): string {
  return content.vragen.find((vraag) => vraag.feit === feit)?.kort ?? feit;
}

function toAspectName(proof: ContentProof, { soort, tafel }: Aspect): string {
  return tafel === null ? `het advies (${soort})` : `het advies over ${toName(proof, tafel)} (${soort})`;
}
