import type { Advies } from '../../domain/advice/advies.ts';
import { findBijna, findWays } from '../../domain/advice/explanation.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { EERDER_BESPROKEN, ROL, SIGNALEN } from '../../domain/model/routing-facts.ts';
import { toStapText } from '../../domain/model/vraag.ts';
import { isUsable } from '../../domain/questions/situatie.ts';
import { toClause, toSentence } from '../../domain/sentence.ts';

type ToLink = (path: string) => string;
type Near = ReturnType<typeof toSoon>[number];

/** What may fit with a step or an answer: one, to begin with; the others stand in the list of all tables. */
export function toNear(model: Beslismodel, advies: Advies, link: ToLink): readonly Near[] {
  const soon = toSoon(model, advies, link);
  const all = soon.length > 0 || advies.uitkomst !== 'geenTafel' ? soon : toPossible(model, advies, link);
  return all.slice(0, 1);
}

/**
 * The near tables that are worth a step now: while the local step is open those that may skip it, and those for which
 * somebody can take a step. Per table the shortest way.
 */
function toSoon(model: Beslismodel, advies: Advies, link: ToLink) {
  const { lokaleStap, uitkomst } = advies;
  const toHref = (feit: string) => toVraagHref(model, advies, link, feit);
  const isNow = (tafel: Overlegtafel, steps: readonly string[]) =>
    isUsable(tafel, lokaleStap) || steps.some((feit) => feit !== EERDER_BESPROKEN);
  return findBijna(model, advies).flatMap(({ tafel: id, wegen }) => {
    const tafel = model.tafelOf.get(id);
    const [way] = [...wegen].sort((a, b) => count(a) - count(b));
    if (!tafel || !way || !isNow(tafel, way.nogDoen)) return [];
    const zoekTafel = way.nogDoen.includes(EERDER_BESPROKEN);
    // Beside what fits there is room for one fact or step; and "first a table that fits" is said there already.
    if (uitkomst === 'aanmelden' && (zoekTafel || count(way) > 1)) return [];
    return [
      {
        naam: uitkomst === 'aanmelden' ? tafel.inZin : toSentence(tafel.inZin),
        inZin: tafel.inZin,
        zoekTafel,
        later: false,
        toelichting: [] as readonly string[],
        spoed: tafel.regels.spoed,
        // Where the answer is changed once the step is taken, or the fact is known.
        href: zoekTafel ? toHref(SIGNALEN) : toHref([...way.nogDoen, ...way.nogWeten][0] ?? ''),
        stappen: model
          .pickVragen(new Set(way.nogDoen))
          .map((vraag) => toStapText(vraag, String(advies.situatie.antwoorden[ROL]))),
        vragen: model.pickVragen(new Set(way.nogWeten)).map(({ feit, vraag, wieWeetHet }) => ({
          vraag,
          wieWeetHet: toClause(wieWeetHet),
          href: toHref(feit),
        })),
      },
    ];
  });
}

/** Where no table fits, and none nearly: those that can still fit once a step is taken, though more is asked then. */
function toPossible(model: Beslismodel, advies: Advies, link: ToLink): Near[] {
  const { antwoorden } = advies.situatie;
  const possible = advies.overlegtafels.flatMap((oordeel) => {
    if (oordeel.oordeel !== 'voldoetNiet' || oordeel.geprobeerd) return [];
    const way = findWays(model, advies.situatie, oordeel).find(
      ({ teDoen, nietTeVeranderen }) => teDoen.length > 0 && nietTeVeranderen.length === 0,
    );
    return way ? [{ tafel: oordeel.tafel, teDoen: way.teDoen }] : [];
  });
  return possible.map(({ tafel, teDoen }) => {
    const vragen = model.pickVragen(new Set(teDoen.map(({ voorwaarde }) => voorwaarde.fact)));
    return {
      naam: toSentence(tafel.inZin),
      inZin: tafel.inZin,
      zoekTafel: false,
      later: true,
      spoed: false,
      href: toVraagHref(model, advies, link, vragen[0]?.feit ?? ''),
      stappen: vragen.map((vraag) => toStapText(vraag, String(antwoorden[ROL]))),
      toelichting: teDoen.length === 1 ? teDoen.flatMap(({ toelichting }) => toelichting ?? []) : [],
      vragen: [],
    };
  });
}

/** Where the answer to a question is changed; null while the question is not asked yet, for it cannot be opened then. */
export function toVraagHref(
  model: Beslismodel,
  { situatie }: Pick<Advies, 'situatie'>,
  link: ToLink,
  feit: string,
): string | null {
  const slug = model.vraagOf.get(feit)?.slug;
  return slug && situatie.antwoorden[feit] !== undefined ? link(`/vragen/${slug}`) : null;
}

function count({ nogDoen, nogWeten }: { nogDoen: readonly string[]; nogWeten: readonly string[] }): number {
  return nogDoen.length + nogWeten.length;
}
