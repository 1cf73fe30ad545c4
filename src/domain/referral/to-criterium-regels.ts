import type { Advies, CriteriumOordeel, TafelOordeel } from '../advice/advies.ts';
import { explainOordeel, type Uitleg } from '../advice/uitleg.ts';
import { isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { toAntwoordTekst } from './answer-text.ts';
import { toOnderbouwing } from './to-onderbouwing.ts';
import type { Verwijzing } from './verwijzing.ts';

/** A criterion as the text says it. */
interface CriteriumRegel {
  readonly id: string;
  readonly tekst: string;
  readonly kort: string;
  readonly oordeel: string;
  readonly antwoord: string;
  /** The answer where the oordeel does not say it already, as with a choice out of several; null otherwise. */
  readonly keuze: string | null;
  readonly bekend: boolean;
  readonly interpretatie: boolean;
  readonly inspring: string;
  readonly onderbouwing: string | null;
}

/** A line of the explanation: a criterion, or (with `kop`) the heading of a group whose lines come indented below it. */
type Regel =
  | { readonly kop: null; readonly criterium: CriteriumRegel }
  | { readonly kop: string; readonly inspring: string };

const OORDEEL_TEKST = { ja: 'voldoet', nee: 'voldoet niet', onbekend: 'nog niet bekend' } as const;

/** The criteria of a table: those that decide as an explanation, those to pay attention to as a list. */
export function toCriteriumRegels(
  model: Beslismodel,
  { situatie: { antwoorden } }: Advies,
  { tafel, criteria }: TafelOordeel,
  verwijzing: Verwijzing,
): { criteria: Regel[]; aandachtspunten: CriteriumRegel[] } {
  const toRegel = ({ criterium, oordeel }: CriteriumOordeel, inspring: string): CriteriumRegel => {
    const { fact } = criterium.voorwaarde;
    const vraag = model.vraagVan.get(fact);
    const bekend = !isOpen(antwoorden[fact]);
    const antwoord = vraag ? toAntwoordTekst(vraag, antwoorden) : 'niet beantwoord';
    return {
      id: criterium.id,
      tekst: criterium.tekst,
      kort: vraag?.kort ?? fact,
      oordeel: OORDEEL_TEKST[oordeel],
      antwoord,
      keuze: bekend && vraag?.type !== 'jaNee' ? antwoord : null,
      bekend,
      interpretatie: criterium.interpretatie,
      inspring,
      onderbouwing: toOnderbouwing(verwijzing, criterium.id),
    };
  };
  const toRegels = (uitleg: Uitleg, inspring = ''): Regel[] => {
    if (uitleg.soort === 'criterium') return [{ kop: null, criterium: toRegel(uitleg.criterium, inspring) }];
    const kop = `${uitleg.soort === 'een' ? 'Een van deze is genoeg' : 'Dit moet allemaal zo zijn'} (${OORDEEL_TEKST[uitleg.waarheid]}):`;
    return [{ kop, inspring }, ...uitleg.delen.flatMap((deel) => toRegels(deel, `${inspring}  `))];
  };
  return {
    criteria: toRegels(explainOordeel({ tafel, criteria })),
    aandachtspunten: criteria
      .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
      .map((oordeel) => toRegel(oordeel, '')),
  };
}
