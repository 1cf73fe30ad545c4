import type { Advies, TafelOordeel } from '../advice/advies.ts';
import { toDatumTekst } from '../datum-tekst.ts';
import { type Antwoorden, isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import type { Gemeente } from '../model/gemeente.ts';
import type { ClientondersteuningAanbieder } from '../model/organisatie.ts';
import {
  EERDER_BESPROKEN,
  GEMEENTE,
  INWONER,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  ROL,
} from '../model/routing-facts.ts';
import { toAntwoordTekst } from './answer-text.ts';
import { estimateKosten } from './estimate-kosten.ts';
import { type Ontvanger, toRolNaam } from './find-ontvanger.ts';
import { toCriteriumRegels } from './to-criterium-regels.ts';
import { toPlan, toRubriek, toRubrieken } from './to-rubrieken.ts';
import type { Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';
import { isVoortzetting } from './voortzetting.ts';

/** What the mail templates and the package are made of. */
export type MailModel = ReturnType<typeof toMailModel>;

/** What the mail templates get: plain values only, with null for what there is not. */
export function toMailModel(
  content: Content,
  model: Beslismodel,
  advies: Advies,
  oordeel: TafelOordeel,
  ontvanger: Ontvanger,
  velden: readonly Veld[],
  verwijzing: Verwijzing,
  concept: { readonly is: boolean; readonly nogTeDoen: readonly string[] },
) {
  const { tafel, aanmelder } = oordeel;
  const { antwoorden } = advies.situatie;
  const gemeente = findGemeente(content, advies);
  const rol = model.vraagVan.get(ROL);
  const { financiering } = tafel.regels;
  const overlegdatum = verwijzing.get('overlegdatum');
  const { criteria, aandachtspunten } = toCriteriumRegels(model, advies, oordeel, verwijzing);
  return {
    concept: concept.is,
    nogTeDoen: concept.nogTeDoen,
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, inZin: tafel.inZin },
    aanhef: antwoorden[ROL] === INWONER ? 'Geachte heer of mevrouw,' : 'Geachte collega,',
    isInwoner: antwoorden[ROL] === INWONER,
    lokaal: toLokaal(antwoorden),
    ontvanger: ontvanger.naam,
    overleg: aanmelder.overlegMet.length > 0,
    via: aanmelder.via === null ? null : toRolNaam(content, aanmelder.via),
    werkwijze: tafel.kanaal.werkwijze,
    adres: tafel.kanaal.adres,
    adresOnbekend: tafel.kanaal.adres === null ? tafel.kanaal.alsOnbekend : null,
    termijn: tafel.termijn?.tekst ?? null,
    overlegdatum: overlegdatum ? toDatumTekst(overlegdatum) : null,
    gemeente: gemeente?.naam ?? 'nog niet bekend',
    rol: rol && antwoorden[ROL] !== undefined ? toAntwoordTekst(rol, antwoorden) : null,
    eerderBesproken: toEerderBesproken(model, antwoorden),
    criteria,
    aandachtspunten,
    heeftInterpretatie: criteria.some((regel) => regel.kop === null && regel.criterium.interpretatie),
    leeswijzer: tafel.regels.leeswijzer,
    financiering: financiering ? financiering[toFinancier(antwoorden[financiering.feit])] : null,
    clientondersteuning: findClientondersteuning(content, gemeente).map(({ naam }) => naam),
    kosten: antwoorden[financiering?.feit ?? ''] === 'ja' ? null : estimateKosten(financiering, verwijzing),
    voortzetting: isVoortzetting(verwijzing),
    koppen: content.pakketvelden.rubrieken,
    verwijzing: Object.fromEntries(velden.map(({ pad }) => [pad, verwijzing.get(pad) ?? null])),
    vraag: toRubriek(content, velden, verwijzing, 'vraag').velden,
    rubrieken: toRubrieken(content, velden, verwijzing),
    plan: toPlan(verwijzing),
    /** What the table will ask as well and is not filled in yet, for who is asked to refer. */
    nogNodig: velden
      .filter(
        ({ nodig, rubriek, pad }) =>
          nodig &&
          pad !== 'hulpvraag' &&
          rubriek !== 'inzet' &&
          rubriek !== 'aanmelder' &&
          !verwijzing.has(pad),
      )
      .map(({ inTekst }) => inTekst),
  };
}

/** Whether the local step was taken, in words. */
function toLokaal(antwoorden: Antwoorden): string {
  if (isOpen(antwoorden[LOKAAL_BESPROKEN])) return 'nog niet bekend';
  if (antwoorden[LOKAAL_BESPROKEN] !== 'ja') return 'nee';
  const vastgelopen = antwoorden[LOKAAL_VASTGELOPEN];
  if (isOpen(vastgelopen)) return 'ja; of dat overleg is vastgelopen, is nog niet bekend';
  return vastgelopen === 'ja' ? 'ja, dat overleg is vastgelopen' : 'ja, dat overleg loopt nog';
}

/** The tables where the case was discussed, or "nee"; null when that is not known. */
function toEerderBesproken(model: Beslismodel, antwoorden: Antwoorden): string | null {
  const eerder = antwoorden[EERDER_BESPROKEN];
  if (isOpen(eerder)) return null;
  const namen = toGekozen(eerder).flatMap((id) => model.tafelVan.get(id)?.korteNaam ?? []);
  return namen.length > 0 ? `ja, zonder oplossing: ${namen.join(', ')}` : 'nee';
}

function toFinancier(antwoord: unknown): 'ja' | 'nee' | 'onbekend' {
  return antwoord === 'ja' || antwoord === 'nee' ? antwoord : 'onbekend';
}

/** The gemeente of the case, when it is known and in Twente. */
export function findGemeente(content: Content, advies: Advies): Gemeente | undefined {
  return content.gemeenten.find(({ id }) => id === advies.situatie.antwoorden[GEMEENTE]);
}

/** The cliëntondersteuning for the person in a gemeente; where it is unknown, all that is not limited to others. */
export function findClientondersteuning(
  content: Content,
  gemeente: Gemeente | undefined,
): ClientondersteuningAanbieder[] {
  return content.clientondersteuning.aanbieders.filter(
    ({ voor, gemeenten }) =>
      voor === 'inwoner' &&
      (gemeenten === null || (gemeente !== undefined && gemeenten.includes(gemeente.id))),
  );
}
