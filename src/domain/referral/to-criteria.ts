import type { Advies, CriteriumOordeel, TafelOordeel } from '../advice/advies.ts';
import { explainOordeel, type Uitleg } from '../advice/explanation.ts';
import { toDatumTekst } from '../date-text.ts';
import { isOpen, toAntwoordTekst } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { PakketTeksten } from '../model/pakketveld.ts';
import type { CriteriumPunt, CriteriumRegel, PackageBlock } from './package-document.ts';
import { toOnderbouwingPad } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

interface Source {
  readonly model: Beslismodel;
  readonly advies: Advies;
  readonly oordeel: TafelOordeel;
  readonly verwijzing: Verwijzing;
}

/** The criteria of a table: those that decide as an explanation, those to pay attention to as a list. */
export function toCriteria(source: Source, teksten: PakketTeksten): PackageBlock[] {
  const { criteria } = source.oordeel;
  const punten = criteria
    .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
    .map((oordeel) => toPunt(source, teksten, oordeel));
  const isGelezen = criteria.some(
    ({ criterium: { weging, interpretatie } }) => weging === 'vereist' && interpretatie,
  );
  return [
    {
      soort: 'criteria',
      bijschrift: teksten.criteria,
      koppen: [teksten.criterium, teksten.oordeel, teksten.antwoord, teksten.onderbouwing],
      regels: toRegels(source, teksten, explainOordeel(source.oordeel), 0),
    },
    ...(punten.length > 0 ? [{ soort: 'punten' as const, inleiding: teksten.ookVanBelang, punten }] : []),
    ...(isGelezen ? [{ soort: 'alinea' as const, tekst: teksten.onzeLezingUitleg }] : []),
  ];
}

function toRegels(source: Source, teksten: PakketTeksten, uitleg: Uitleg, diepte: number): CriteriumRegel[] {
  if (uitleg.soort === 'criterium') return [{ diepte, punt: toPunt(source, teksten, uitleg.criterium) }];
  const kop = uitleg.soort === 'een' ? teksten.eenIsGenoeg : teksten.allesMoet;
  return [
    { diepte, kop: `${kop} (${toOordeelTekst(uitleg.waarheid, teksten)}):` },
    ...uitleg.delen.flatMap((deel) => toRegels(source, teksten, deel, diepte + 1)),
  ];
}

function toPunt(
  { model, advies, verwijzing }: Source,
  teksten: PakketTeksten,
  { criterium, oordeel }: CriteriumOordeel,
): CriteriumPunt {
  const { antwoorden } = advies.situatie;
  const { fact } = criterium.voorwaarde;
  const vraag = model.vraagVan.get(fact);
  const bekend = !isOpen(antwoorden[fact]);
  const lezing = criterium.interpretatie ? ` ${teksten.onzeLezing}` : '';
  return {
    id: criterium.id,
    tekst: criterium.tekst,
    kort: vraag?.kort ?? fact,
    oordeel: `${toOordeelTekst(oordeel, teksten)}${lezing}`,
    antwoord: vraag ? toAntwoordTekst(vraag, antwoorden) : 'niet beantwoord',
    zegtAntwoord: !bekend || vraag?.type === 'jaNee',
    bekend,
    onderbouwing: toOnderbouwing(verwijzing, criterium.id),
  };
}

function toOordeelTekst(oordeel: CriteriumOordeel['oordeel'], teksten: PakketTeksten): string {
  return { ja: teksten.voldoet, nee: teksten.voldoetNiet, onbekend: teksten.onbekend }[oordeel];
}

/** The substantiation of a criterion in one line, "the fact (from whom, date)", or null. */
function toOnderbouwing(verwijzing: Verwijzing, criterium: string): string | null {
  const lees = (deel: 'feit' | 'vanWie' | 'datum') => verwijzing.get(toOnderbouwingPad(criterium, deel));
  const datum = lees('datum');
  const bron = [lees('vanWie'), datum && toDatumTekst(datum)].filter(Boolean).join(', ');
  return [lees('feit'), bron && `(${bron})`].filter(Boolean).join(' ') || null;
}
