import type { Antwoorden } from '../model/antwoorden.ts';
import type { PakketTexts } from '../model/pakketveld.ts';
import type { Financiering } from '../model/regel.ts';
import type { Soort } from './needed-fields.ts';
import type { Costs, PackageBlock, PackageRow } from './package-document.ts';
import type { Verwijzing } from './verwijzing.ts';

/** What was filled in on a deployment, in which kind of message, and what it costs. */
interface Agreed {
  readonly verwijzing: Verwijzing;
  readonly soort: Soort;
  readonly kosten: Costs | null;
}

/** What is agreed on the deployment of the P10 team, which alone has a financing of its own. */
export function toInzet(
  financiering: Financiering,
  antwoorden: Antwoorden,
  { verwijzing, soort, kosten }: Agreed,
  teksten: PakketTexts,
): PackageBlock[] {
  const antwoord = antwoorden[financiering.feit];
  const hours = verwijzing.get('evaluatieUren');
  const paid: PackageRow = {
    id: 'financiering',
    naam: teksten.wieBetaalt,
    waarde: financiering.inBericht[antwoord === 'ja' || antwoord === 'nee' ? antwoord : 'onbekend'],
  };
  const evaluated: PackageRow = {
    id: 'evaluatieUren',
    naam: soort === 'voortzetting' ? teksten.nieuweEvaluatie : teksten.evaluatie,
    waarde: hours === undefined ? null : `${hours} ${teksten.uurInzet}`,
    leeg: `${teksten.urenOnbekend} ${teksten.uurInzet}`,
  };
  // Hours are agreed with a deployment: there are none to tell of one that is only asked for.
  const rijen = soort === 'inzet' || soort === 'voortzetting' ? [evaluated, paid] : [paid];
  const agreed: PackageBlock = { soort: 'gegevens', kop: null, rijen };
  if (!kosten) return [agreed];
  const { kostenWie, kostenUren, kostenPerUur, kostenBedrag } = teksten;
  const costs: PackageBlock = {
    soort: 'kosten',
    bijschrift: `${teksten.kosten} ${kosten.jaar}`,
    navragen: teksten.kostenNavragen,
    koppen: [kostenWie, kostenUren, kostenPerUur, kostenBedrag],
    samen: teksten.kostenSamen,
    kosten,
  };
  return [agreed, costs];
}

/** Estimates the costs from the hours that were filled in; null without hours or tariffs, and where another pays. */
export function estimateCosts(
  financiering: Financiering,
  antwoorden: Antwoorden,
  verwijzing: Verwijzing,
): Costs | null {
  if (!financiering.tarieven || antwoorden[financiering.feit] === 'ja') return null;
  const regels = financiering.tarieven.regels
    .map(({ veld, naam, perUur }) => ({ naam, perUur, uren: Number(verwijzing.get(veld) ?? 0) }))
    .filter(({ uren }) => uren > 0);
  if (regels.length === 0) return null;
  return {
    jaar: financiering.tarieven.jaar,
    regels: regels.map(({ naam, uren, perUur }) => ({
      naam,
      uren,
      perUur: toEuro(perUur),
      bedrag: toEuro(uren * perUur),
    })),
    totaal: toEuro(regels.reduce((sum, { uren, perUur }) => sum + uren * perUur, 0)),
  };
}

function toEuro(bedrag: number): string {
  return `€ ${bedrag.toLocaleString('nl-NL')}`;
}
