import type { CriteriumOordeel } from '../../domain/advice/advies.ts';
import type { Uitleg } from '../../domain/advice/uitleg.ts';
import type { Waarheid } from '../../domain/evaluation/kleene.ts';

/** A group of criteria with how they count together, or one criterion as a card. */
export interface UitlegModel<Kaart> {
  readonly kaart: Kaart | null;
  readonly kop: string | null;
  readonly badge: { readonly klasse: string; readonly tekst: string } | null;
  readonly delen: readonly UitlegModel<Kaart>[];
}

/** The words and the style of a criterion's truth. */
export const BADGES: Readonly<Record<Waarheid, { klasse: string; tekst: string }>> = {
  ja: { klasse: 'voldoet', tekst: 'Voldoet' },
  nee: { klasse: 'voldoet-niet', tekst: 'Voldoet niet' },
  onbekend: { klasse: 'onbekend', tekst: 'Nog onbekend' },
};
/** A way that is not needed, because another way holds, is no fault: it looks quiet. */
const NIET_NODIG = { klasse: 'stil', tekst: 'Niet nodig' };

/** The view-model of an explanation; `toKaart` makes the card of one criterion. */
export function toUitlegModel<Kaart>(
  uitleg: Uitleg,
  toKaart: (criterium: CriteriumOordeel, nodig: boolean) => Kaart,
  kop: string | null = null,
  nodig = true,
): UitlegModel<Kaart> {
  if (uitleg.soort === 'criterium')
    return { kaart: toKaart(uitleg.criterium, nodig), kop: null, badge: null, delen: [] };
  const eenGeldt = uitleg.soort === 'een' && uitleg.waarheid === 'ja';
  return {
    kaart: null,
    kop: kop ?? (uitleg.soort === 'een' ? 'Een van deze is genoeg' : 'Dit moet allemaal zo zijn'),
    badge: nodig ? BADGES[uitleg.waarheid] : NIET_NODIG,
    delen: sortWegen(uitleg).map(({ deel, nummer }) =>
      toUitlegModel(
        deel,
        toKaart,
        uitleg.soort === 'een' ? `Weg ${nummer}: dit moet allemaal zo zijn` : null,
        nodig && (!eenGeldt || deel.waarheid === 'ja'),
      ),
    ),
  };
}

/** The way that holds comes first: it is the reason. Each keeps the number that it has in the rule. */
function sortWegen({
  soort,
  delen,
}: Extract<Uitleg, { delen: unknown }>): { deel: Uitleg; nummer: number }[] {
  const genummerd = delen.map((deel, index) => ({ deel, nummer: index + 1 }));
  if (soort === 'alle') return genummerd;
  return genummerd.sort((a, b) => Number(b.deel.waarheid === 'ja') - Number(a.deel.waarheid === 'ja'));
}
