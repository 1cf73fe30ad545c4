import type { Advies, CriteriumOordeel, TafelOordeel } from '../../domain/advice/advies.ts';
import { type Explanation, explainOordeel } from '../../domain/advice/explanation.ts';
import type { Truth } from '../../domain/evaluation/kleene.ts';
import { toAntwoordText } from '../../domain/model/antwoorden.ts';
import type { Bron } from '../../domain/model/basis.ts';
import { toBronText } from '../bron-text.ts';
import type { WebDeps } from '../deps.ts';

/** A group of criteria with how they count together, or one criterion as a card. */
interface ExplanationModel {
  readonly kaart: CriteriumCard | null;
  readonly kop: string | null;
  readonly badge: { readonly klasse: string; readonly tekst: string } | null;
  readonly delen: readonly ExplanationModel[];
}

/** The words and the style of a criterion's truth. */
export const BADGES: Readonly<Record<Truth, { klasse: string; tekst: string }>> = {
  ja: { klasse: 'voldoet', tekst: 'Voldoet' },
  nee: { klasse: 'voldoet-niet', tekst: 'Voldoet niet' },
  onbekend: { klasse: 'onbekend', tekst: 'Nog onbekend' },
};
/** A way that is not needed, because another way holds, is no fault: it looks quiet. */
const NOT_NEEDED = { klasse: 'stil', tekst: 'Niet nodig' };

/**
 * The view-model of why a table fits or not: its criteria along the rule of the table, and its points of attention, which
 * stand beside that rule.
 */
export function toExplanation(
  { content, model }: Pick<WebDeps, 'content' | 'model'>,
  { situatie }: Pick<Advies, 'situatie'>,
  oordeel: TafelOordeel,
) {
  const toCard: ToCard = (criterium, needed) => {
    const vraag = model.vraagOf.get(criterium.criterium.voorwaarde.fact);
    const antwoorden =
      vraag && situatie.antwoorden[vraag.feit] !== undefined
        ? [{ vraag: vraag.vraag, antwoord: toAntwoordText(vraag, situatie.antwoorden) }]
        : [];
    return toCriteriumCard(content.bronnen, criterium, antwoorden, needed);
  };
  return {
    uitleg: toExplanationModel(explainOordeel(oordeel), toCard, null, true),
    aandachtspunten: oordeel.criteria
      .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
      .map((criterium) => toCard(criterium, true)),
  };
}

type ToCard = (criterium: CriteriumOordeel, needed: boolean) => CriteriumCard;
type CriteriumCard = ReturnType<typeof toCriteriumCard>;

/** One criterion: its words, the oordeel in words, the answer behind it and its source. */
function toCriteriumCard(
  bronnen: readonly Bron[],
  { criterium, oordeel }: CriteriumOordeel,
  antwoorden: readonly { readonly vraag: string; readonly antwoord: string }[],
  needed: boolean,
) {
  return {
    tekst: criterium.tekst,
    oordeelTekst: BADGES[oordeel].tekst,
    // In a way that is not needed, what does not hold is no fault.
    oordeelKlasse: needed ? BADGES[oordeel].klasse : NOT_NEEDED.klasse,
    interpretatie: criterium.interpretatie,
    antwoorden,
    bron: toBronText(bronnen, criterium.bron),
  };
}

function toExplanationModel(
  uitleg: Explanation,
  toCard: ToCard,
  kop: string | null,
  needed: boolean,
): ExplanationModel {
  if (uitleg.soort === 'criterium')
    return { kaart: toCard(uitleg.criterium, needed), kop: null, badge: null, delen: [] };
  const oneApplies = uitleg.soort === 'een' && uitleg.truth === 'ja';
  return {
    kaart: null,
    kop: kop ?? (uitleg.soort === 'een' ? 'Een van deze is genoeg' : 'Dit moet allemaal zo zijn'),
    badge: needed ? BADGES[uitleg.truth] : NOT_NEEDED,
    delen: sortWays(uitleg).map(({ deel, nummer }) =>
      toExplanationModel(
        deel,
        toCard,
        uitleg.soort === 'een' ? `Weg ${nummer}: dit moet allemaal zo zijn` : null,
        needed && (!oneApplies || deel.truth === 'ja'),
      ),
    ),
  };
}

/** The way that holds comes first: it is the reason. Each keeps the number that it has in the rule. */
function sortWays({
  soort,
  delen,
}: Extract<Explanation, { delen: unknown }>): { deel: Explanation; nummer: number }[] {
  const numbered = delen.map((deel, index) => ({ deel, nummer: index + 1 }));
  if (soort === 'alle') return numbered;
  return numbered.sort((a, b) => Number(b.deel.truth === 'ja') - Number(a.deel.truth === 'ja'));
}
