import { type Advies, findFirstCall, listFitting, type TafelOordeel } from '../../domain/advice/advies.ts';
import type { Antwoord } from '../../domain/model/antwoorden.ts';
import { toRolName } from '../../domain/model/rol.ts';
import { ROL } from '../../domain/model/routing-facts.ts';
import { toClause } from '../../domain/sentence.ts';
import type { Services } from '../../services.ts';
import { findSteps, type Steps } from './to-actions.ts';

type Deps = Pick<Services, 'content' | 'model' | 'say'>;

/** The heading of the advice: what to do, in a few words. `steps` are those of the page, where there is one. */
export function toHeading(deps: Deps, advies: Advies, steps?: Steps): string {
  if (advies.uitkomst === 'belNu') return deps.content.beslisboom.uitkomsten.belNu.naam;
  return deps.say('advies.titel', { advies: toHeadingWords(deps, advies, steps) });
}

/** The heading as words in a sentence; with several tables the first of them, and then the others. */
export function toHeadingWords(deps: Deps, advies: Advies, steps?: Steps): string {
  const [first, ...rest] = advies.uitkomst === 'aanmelden' ? listFitting(advies) : [];
  const order = first
    ? toOrders(deps, first, rest, advies.situatie.antwoorden[ROL])
    : toNextStep(deps.say, advies, steps ?? findSteps(deps.model, advies, String));
  return order ?? deps.content.beslisboom.uitkomsten[advies.uitkomst].advies;
}

/** The first table and then the others; what may not be there any more is no order, and stands in the steps only. */
function toOrders(
  deps: Deps,
  first: TafelOordeel,
  rest: readonly TafelOordeel[],
  rolUser: Antwoord | undefined,
): string {
  const eerst = toOrder(deps, first, rolUser);
  const daarna = rest.filter(({ tafel }) => tafel.status === null).map(({ tafel }) => tafel.inZin);
  return daarna.length === 0 ? eerst : deps.say('advies.daarna', { eerst, daarna: daarna.join(', ') });
}

/** What to do when no table fits now, where the outcome alone says too little; null where its own words do. */
function toNextStep(
  say: Deps['say'],
  { uitkomst }: Advies,
  { bijna, hoger, geprobeerd, wie }: Steps,
): string | null {
  const step = bijna.find(
    ({ stappen, vragen, later }) => !later && stappen.length === 1 && vragen.length === 0,
  );
  if (step?.zoekTafel) return say('advies.eerst-een-tafel');
  if (step) return say('advies.nog-een-stap', { tafel: toClause(step.naam) });
  if (uitkomst === 'geenTafel' && hoger.length > 0) return say('advies.hoger');
  if (uitkomst === 'geenTafel' && geprobeerd.length > 0) return say('advies.samen-verder');
  if (uitkomst === 'eerstLokaal' && wie.zorg) return say('advies.gewone-weg');
  if (uitkomst === 'eerstLokaal' && wie.gemeente) return say('advies.eerst-lokaal');
  if (uitkomst === 'lokaalVerder' && wie.gemeente) return say('advies.lokaal-verder');
  return null;
}

/** What to do for one table that fits. */
function toOrder({ content, say }: Deps, oordeel: TafelOordeel, rolUser: Antwoord | undefined): string {
  const { tafel, aanmelder } = oordeel;
  const firstCall = findFirstCall(oordeel, rolUser);
  if (firstCall !== null) return firstCall.advies;
  const rol = aanmelder.mag === true || aanmelder.via === null ? null : toRolName(content, aanmelder.via);
  if (tafel.status !== null) return say('advies.vraag-na', { tafel: tafel.inZin });
  if (tafel.kanaal.soort === 'telefoon')
    return say('advies.bel', { wie: rol ? `de ${rol}` : tafel.kanaal.ontvanger });
  return rol
    ? say('advies.vraag-aan', { rol, tafel: tafel.inZin })
    : say('advies.meld-aan', { tafel: tafel.inZin });
}
