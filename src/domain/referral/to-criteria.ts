import type { Advies, CriteriumOordeel, TafelOordeel } from '../advice/advies.ts';
import { explainOordeel, type Told, tellExplanation } from '../advice/explanation.ts';
import { toDateText } from '../calendar.ts';
import { isOpen, toAntwoordText } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { PakketTexts } from '../model/pakketveld.ts';
import type { CriteriumPoint, CriteriumRegel, PackageBlock } from './package-document.ts';
import { toOnderbouwingPath } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

interface Source {
  readonly model: Beslismodel;
  readonly advies: Advies;
  readonly oordeel: TafelOordeel;
  readonly verwijzing: Verwijzing;
}

/** The criteria of a table: those that decide as an explanation, those to pay attention to as a list. */
export function toCriteria(source: Source, teksten: PakketTexts): PackageBlock[] {
  const { criteria } = source.oordeel;
  const punten = criteria
    .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
    .map((oordeel) => toPoint(source, teksten, oordeel, true));
  const isParsed = criteria.some(
    ({ criterium: { weging, interpretatie } }) => weging === 'vereist' && interpretatie,
  );
  return [
    {
      soort: 'criteria',
      bijschrift: teksten.criteria,
      koppen: [teksten.criterium, teksten.oordeel, teksten.antwoord, teksten.onderbouwing],
      regels: toRegels(source, teksten, tellExplanation(explainOordeel(source.oordeel)), 0),
    },
    ...(punten.length > 0 ? [{ soort: 'punten' as const, inleiding: teksten.ookVanBelang, punten }] : []),
    ...(isParsed ? [{ soort: 'alinea' as const, tekst: teksten.onzeLezingUitleg }] : []),
  ];
}

function toRegels(
  source: Source,
  teksten: PakketTexts,
  { uitleg, nodig, nummer, delen }: Told,
  depth: number,
): CriteriumRegel[] {
  if (uitleg.soort === 'criterium') {
    return [{ depth, punt: toPoint(source, teksten, uitleg.criterium, nodig) }];
  }
  const kop = uitleg.soort === 'een' ? teksten.eenIsGenoeg : teksten.allesMoet;
  const way = nummer === null ? kop : `${teksten.weg} ${nummer}: ${kop.toLocaleLowerCase('nl')}`;
  return [
    { depth, kop: `${way} (${nodig ? toOordeelText(uitleg.truth, teksten) : teksten.nietNodig}):` },
    ...delen.flatMap((deel) => toRegels(source, teksten, deel, depth + 1)),
  ];
}

function toPoint(
  { model, advies, verwijzing }: Source,
  teksten: PakketTexts,
  { criterium, oordeel }: CriteriumOordeel,
  nodig: boolean,
): CriteriumPoint {
  const { antwoorden } = advies.situatie;
  const { fact } = criterium.voorwaarde;
  const vraag = model.vraagOf.get(fact);
  const known = !isOpen(antwoorden[fact]);
  const reading = criterium.interpretatie ? ` ${teksten.onzeLezing}` : '';
  return {
    id: criterium.id,
    tekst: criterium.tekst,
    kort: vraag?.kort ?? fact,
    oordeel: nodig ? `${toOordeelText(oordeel, teksten)}${reading}` : teksten.nietNodig,
    antwoord: vraag ? toAntwoordText(vraag, antwoorden) : 'niet beantwoord',
    saysAntwoord: !known || (nodig && vraag?.type === 'jaNee'),
    answered: antwoorden[fact] !== undefined,
    onderbouwing: toOnderbouwing(verwijzing, criterium.id),
  };
}

function toOordeelText(oordeel: CriteriumOordeel['oordeel'], teksten: PakketTexts): string {
  return { ja: teksten.voldoet, nee: teksten.voldoetNiet, onbekend: teksten.onbekend }[oordeel];
}

/** The substantiation of a criterion in one line, "the fact (from whom, date)", or null. */
function toOnderbouwing(verwijzing: Verwijzing, criterium: string): string | null {
  const read = (deel: 'feit' | 'vanWie' | 'datum') => verwijzing.get(toOnderbouwingPath(criterium, deel));
  const date = read('datum');
  const bron = [read('vanWie'), date && toDateText(date)].filter(Boolean).join(', ');
  return [read('feit'), bron && `(${bron})`].filter(Boolean).join(' ') || null;
}
