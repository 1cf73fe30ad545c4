import type { ProofTafel } from '../proof-content.ts';
import { type Breach, breachWhere, findSupport, isEarly, type Law, listPlaces, toName } from './law.ts';

/** What holds for the lists of tables. */
export const TAFEL_LAWS: readonly Law[] = [
  {
    id: 'geen-tafel-vergeten',
    tekst: 'Elke tafel die past en niet is geprobeerd, staat in het advies.',
    findBreaches(proof) {
      const { and, not, is } = proof.operations;
      return [...proof.advies.tafels].flatMap(([id, { oordeel, geprobeerd, lijst }]) =>
        breachWhere(
          proof,
          `${toName(proof, id)} past, maar staat niet in het advies`,
          and(is(oordeel, 'voldoet'), not(geprobeerd), not(isEarly(proof)), is(lijst, null)),
        ),
      );
    },
  },
  {
    id: 'geprobeerd-is-geprobeerd',
    tekst: 'Een tafel waar de casus al is besproken, staat nooit in het advies.',
    findBreaches(proof) {
      const { and, not, is, never } = proof.operations;
      const { answers, relevant, tafels } = proof.advies;
      return [...tafels].flatMap(([id, { tafel, lijst }]) => {
        if (tafel.regels.spoed) return [];
        const named = and(relevant.get('eerderBesproken') ?? never, answers.chosen('eerderBesproken', id));
        return breachWhere(
          proof,
          `bij ${toName(proof, id)} is de casus al besproken, maar het advies noemt die tafel weer`,
          and(named, not(is(lijst, null))),
        );
      });
    },
  },
  {
    id: 'elke-tafel-telt',
    tekst: 'Elke tafel kan passen, kan niet passen, en kan de enige zijn die past.',
    findBreaches(proof) {
      const { and, is, never } = proof.operations;
      const { tafels, valid } = proof.advies;
      return [...tafels].flatMap(([id, { oordeel, lijst }]): Breach[] => {
        const others = [...tafels]
          .filter(([other]) => other !== id)
          .map(([, other]) => is(other.lijst, null));
        const stands = proof.operations.not(is(lijst, null));
        const can = [
          ['kan nooit passen', is(oordeel, 'voldoet')],
          ['past altijd', is(oordeel, 'voldoetNiet')],
          ['past nooit als enige', and(stands, ...others)],
        ] as const;
        return can
          .filter(([, where]) => and(valid, where) === never)
          .map(([wat]) => ({ wat: `${toName(proof, id)} ${wat}`, geval: null }));
      });
    },
  },
  {
    id: 'elk-criterium-telt',
    tekst: 'Elk vereist criterium kan het oordeel over zijn tafel veranderen.',
    findBreaches: (proof) =>
      [...proof.advies.tafels].flatMap(([id, { tafel, oordeel }]) => {
        const support = findSupport(proof, oordeel);
        return listVereist(tafel)
          .filter(({ voorwaarde }) => !listPlaces(proof, voorwaarde.fact).some((place) => support.has(place)))
          .map(
            (criterium): Breach => ({
              wat: `het criterium ${criterium.id} verandert nooit het oordeel over ${toName(proof, id)}`,
              geval: null,
            }),
          );
      }),
  },
  {
    id: 'alles-bekend',
    tekst: 'Is alles beantwoord wat een tafel vereist, dan staat het oordeel over die tafel vast.',
    findBreaches(proof) {
      const { and, or, not, is, never } = proof.operations;
      const { relevant, answers, tafels } = proof.advies;
      return [...tafels].flatMap(([id, { tafel, oordeel }]) => {
        const isOpen = listVereist(tafel).map(({ voorwaarde: { fact } }) =>
          and(relevant.get(fact) ?? never, answers.open(fact)),
        );
        return breachWhere(
          proof,
          `alles is beantwoord wat ${toName(proof, id)} vereist, maar het oordeel blijft open`,
          and(is(oordeel, 'onvolledig'), not(or(...isOpen))),
        );
      });
    },
  },
  {
    id: 'voorziening-verbergt-niets',
    tekst: 'Dat het mobiele P10-team past, verbergt nooit een tafel.',
    findBreaches(proof) {
      const { and, not, is, restrict } = proof.operations;
      const { tafels } = proof.advies;
      const voorzieningen = [...tafels.values()].filter(({ tafel }) => tafel.soort === 'voorziening');
      return voorzieningen.flatMap((voorziening) => {
        const own = proof.content.vragen.filter(
          ({ wanneer }) => 'tafels' in wanneer && wanneer.tafels.every((id) => id === voorziening.tafel.id),
        );
        const places = own.flatMap(({ feit }) => listPlaces(proof, feit));
        if (places.length === 0) return [];
        const unanswered = new Map(places.map((place) => [place, 0]));
        const fits = is(voorziening.oordeel, 'voldoet');
        return [...tafels]
          .filter(([id]) => id !== voorziening.tafel.id)
          .flatMap(([id, { lijst, bijna }]) =>
            [lijst, bijna].flatMap((shown) =>
              places.some((place) => findSupport(proof, shown).has(place))
                ? breachWhere(
                    proof,
                    `${toName(proof, id)} verdwijnt uit het advies doordat ${toName(proof, voorziening.tafel.id)} past`,
                    and(
                      fits,
                      is<string | null>(shown, null),
                      not(is<string | null>(restrict<string | null>(shown, unanswered), null)),
                    ),
                  )
                : [],
            ),
          );
      });
    },
  },
];

function listVereist({ regels }: ProofTafel): ProofTafel['regels']['criteria'] {
  return regels.criteria.filter(({ weging }) => weging === 'vereist');
}
