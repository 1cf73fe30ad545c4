import type { Advies, CriteriumOordeel, TafelOordeel } from '../../domain/advice/advies.ts';
import {
  countCriteria,
  explainOordeel,
  type Told,
  tellExplanation,
} from '../../domain/advice/explanation.ts';
import type { Truth } from '../../domain/evaluation/kleene.ts';
import { toAntwoordText } from '../../domain/model/antwoorden.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { toBronnen } from '../contact-model.ts';

/** A group of criteria with how they count together, or one criterion as a card. */
interface ExplanationModel {
  readonly kaart: CriteriumCard | null;
  /** Whether one of the parts is enough; otherwise they all count. */
  readonly een: boolean;
  /** The number of the way that this is, where one is enough. */
  readonly nummer: number | null;
  readonly badge: { readonly klasse: string; readonly tekst: string } | null;
  readonly delen: readonly ExplanationModel[];
}

/** The style of a criterion's truth. */
const CLASS: Readonly<Record<Truth, string>> = { ja: 'voldoet', nee: 'voldoet-niet', onbekend: 'onbekend' };
/** A way that is not needed, because another way holds, is no fault: it looks quiet. */
const QUIET = 'stil';

/** A criterion's truth in a word, and its style. */
function toBadge(say: Say, truth: Truth) {
  return { klasse: CLASS[truth], tekst: say(`oordeel.${truth}`) };
}

/** The same, but quiet in a way that is not needed. */
export function toWayBadge(say: Say, truth: Truth, nodig: boolean) {
  return nodig ? toBadge(say, truth) : { klasse: QUIET, tekst: say('oordeel.nietNodig') };
}

/**
 * The view-model of why a table fits or not: its criteria along the rule of the table, and its points of attention, which
 * stand beside that rule.
 */
export function toExplanation(
  { content, model, say }: Pick<Services, 'content' | 'model' | 'say'>,
  { situatie }: Pick<Advies, 'situatie'>,
  oordeel: TafelOordeel,
) {
  const toCard: ToCard = (criterium, needed) => {
    const vraag = model.vraagOf.get(criterium.criterium.voorwaarde.fact);
    const antwoorden =
      vraag && situatie.antwoorden[vraag.feit] !== undefined
        ? [{ vraag: vraag.vraag, antwoord: toAntwoordText(vraag, situatie.antwoorden) }]
        : [];
    return toCriteriumCard(say, criterium, antwoorden, needed);
  };
  const uitleg = explainOordeel(oordeel);
  const criteria = oordeel.criteria.map(({ criterium }) => criterium);
  return {
    telling: toCount(say, countCriteria(uitleg)),
    leeswijzer: oordeel.tafel.regels.leeswijzer,
    uitleg: toExplanationModel(say, tellExplanation(uitleg), toCard),
    aandachtspunten: oordeel.criteria
      .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
      .map((criterium) => toCard(criterium, true)),
    gelezen: criteria.some(({ interpretatie }) => interpretatie),
    bronnen: toBronnen(content.bronnen, criteria),
  };
}

/** How many criteria hold: the verb goes with what is counted, the noun with how many there are. */
export function toCount(say: Say, count: ReturnType<typeof countCriteria>): string {
  const key = count.aantal === 1 ? 'telling-enige' : count.ja === 1 ? 'telling-een' : 'telling';
  return say(`oordeel.${key}`, count);
}

type ToCard = (criterium: CriteriumOordeel, needed: boolean) => CriteriumCard;
type CriteriumCard = ReturnType<typeof toCriteriumCard>;

/** One criterion: its words, the oordeel in words, and the answer behind it. */
function toCriteriumCard(
  say: Say,
  { criterium, oordeel }: CriteriumOordeel,
  antwoorden: readonly { readonly vraag: string; readonly antwoord: string }[],
  needed: boolean,
) {
  const badge = toBadge(say, oordeel);
  return {
    tekst: criterium.tekst,
    oordeelTekst: badge.tekst,
    // In a way that is not needed, what does not hold is no fault.
    oordeelKlasse: needed ? badge.klasse : QUIET,
    interpretatie: criterium.interpretatie,
    antwoorden,
  };
}

function toExplanationModel(
  say: Say,
  { uitleg, nodig, nummer, delen }: Told,
  toCard: ToCard,
): ExplanationModel {
  if (uitleg.soort === 'criterium')
    return { kaart: toCard(uitleg.criterium, nodig), een: false, nummer: null, badge: null, delen: [] };
  return {
    kaart: null,
    een: uitleg.soort === 'een',
    nummer,
    badge: toWayBadge(say, uitleg.truth, nodig),
    delen: delen.map((deel) => toExplanationModel(say, deel, toCard)),
  };
}
