import type { Advies, CriteriumOordeel, TafelOordeel } from '../../domain/advice/advies.ts';
import { type Explanation, explainOordeel } from '../../domain/advice/explanation.ts';
import type { Truth } from '../../domain/evaluation/kleene.ts';
import { toAntwoordText } from '../../domain/model/antwoorden.ts';
import type { Bron } from '../../domain/model/basis.ts';
import { toBronTekst } from '../bron-text.ts';
import type { WebDeps } from '../deps.ts';

/** A group of criteria with how they count together, or one criterion as a card. */
interface UitlegModel {
  readonly kaart: CriteriumKaart | null;
  readonly kop: string | null;
  readonly badge: { readonly klasse: string; readonly tekst: string } | null;
  readonly delen: readonly UitlegModel[];
}

/** The words and the style of a criterion's truth. */
export const BADGES: Readonly<Record<Truth, { klasse: string; tekst: string }>> = {
  ja: { klasse: 'voldoet', tekst: 'Voldoet' },
  nee: { klasse: 'voldoet-niet', tekst: 'Voldoet niet' },
  onbekend: { klasse: 'onbekend', tekst: 'Nog onbekend' },
};
/** A way that is not needed, because another way holds, is no fault: it looks quiet. */
const NIET_NODIG = { klasse: 'stil', tekst: 'Niet nodig' };

/**
 * The view-model of why a table fits or not: its criteria along the rule of the table, and its points of attention, which
 * stand beside that rule.
 */
export function toUitleg(
  { content, model }: Pick<WebDeps, 'content' | 'model'>,
  { situatie }: Pick<Advies, 'situatie'>,
  oordeel: TafelOordeel,
) {
  const toKaart: ToKaart = (criterium, nodig) => {
    const vraag = model.vraagOf.get(criterium.criterium.voorwaarde.fact);
    const antwoorden =
      vraag && situatie.antwoorden[vraag.feit] !== undefined
        ? [{ vraag: vraag.vraag, antwoord: toAntwoordText(vraag, situatie.antwoorden) }]
        : [];
    return toCriteriumKaart(content.bronnen, criterium, antwoorden, nodig);
  };
  return {
    uitleg: toUitlegModel(explainOordeel(oordeel), toKaart, null, true),
    aandachtspunten: oordeel.criteria
      .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
      .map((criterium) => toKaart(criterium, true)),
  };
}

type ToKaart = (criterium: CriteriumOordeel, nodig: boolean) => CriteriumKaart;
type CriteriumKaart = ReturnType<typeof toCriteriumKaart>;

/** One criterion: its words, the oordeel in words, the answer behind it and its source. */
function toCriteriumKaart(
  bronnen: readonly Bron[],
  { criterium, oordeel }: CriteriumOordeel,
  antwoorden: readonly { readonly vraag: string; readonly antwoord: string }[],
  nodig: boolean,
) {
  return {
    tekst: criterium.tekst,
    oordeelTekst: BADGES[oordeel].tekst,
    // In a way that is not needed, what does not hold is no fault.
    oordeelKlasse: nodig ? BADGES[oordeel].klasse : NIET_NODIG.klasse,
    interpretatie: criterium.interpretatie,
    antwoorden,
    bron: toBronTekst(bronnen, criterium.bron),
  };
}

function toUitlegModel(
  uitleg: Explanation,
  toKaart: ToKaart,
  kop: string | null,
  nodig: boolean,
): UitlegModel {
  if (uitleg.soort === 'criterium')
    return { kaart: toKaart(uitleg.criterium, nodig), kop: null, badge: null, delen: [] };
  const eenGeldt = uitleg.soort === 'een' && uitleg.truth === 'ja';
  return {
    kaart: null,
    kop: kop ?? (uitleg.soort === 'een' ? 'Een van deze is genoeg' : 'Dit moet allemaal zo zijn'),
    badge: nodig ? BADGES[uitleg.truth] : NIET_NODIG,
    delen: sortWegen(uitleg).map(({ deel, nummer }) =>
      toUitlegModel(
        deel,
        toKaart,
        uitleg.soort === 'een' ? `Weg ${nummer}: dit moet allemaal zo zijn` : null,
        nodig && (!eenGeldt || deel.truth === 'ja'),
      ),
    ),
  };
}

/** The way that holds comes first: it is the reason. Each keeps the number that it has in the rule. */
function sortWegen({
  soort,
  delen,
}: Extract<Explanation, { delen: unknown }>): { deel: Explanation; nummer: number }[] {
  const genummerd = delen.map((deel, index) => ({ deel, nummer: index + 1 }));
  if (soort === 'alle') return genummerd;
  return genummerd.sort((a, b) => Number(b.deel.truth === 'ja') - Number(a.deel.truth === 'ja'));
}
