import type { Advies, CriteriumOordeel, TafelOordeel } from '../advice/advies.ts';
import { explainOordeel, type Uitleg } from '../advice/uitleg.ts';
import { type Antwoorden, isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { ClientondersteuningAanbieder } from '../model/clientondersteuning.ts';
import type { Content } from '../model/content.ts';
import type { Gemeente } from '../model/gemeente.ts';
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
import { PLAN_KOLOMMEN, PLAN_RIJEN, toOnderbouwingPad, type Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/** What the mail templates and the package are made of. */
export type MailModel = ReturnType<typeof toMailModel>;

const OORDEEL_TEKST = { ja: 'voldoet', nee: 'voldoet niet', onbekend: 'nog niet bekend' } as const;

/** What the mail templates get: plain values only, with null for what there is not. */
export function toMailModel(
  content: Content,
  model: Beslismodel,
  advies: Advies,
  { tafel, criteria, aanmelder }: TafelOordeel,
  ontvanger: Ontvanger,
  velden: readonly Veld[],
  verwijzing: Verwijzing,
  concept: boolean,
) {
  const { antwoorden } = advies.situatie;
  const gemeente = findGemeente(content, advies);
  const beschrijf = (feit: string): string | null => {
    const vraag = model.vraagVan.get(feit);
    return vraag && antwoorden[feit] !== undefined ? toAntwoordTekst(vraag, antwoorden) : null;
  };
  const toRegel = ({ criterium, oordeel }: CriteriumOordeel, inspring = '') => {
    const vraag = model.vraagVan.get(criterium.voorwaarde.fact);
    return {
      tekst: criterium.tekst,
      oordeel: OORDEEL_TEKST[oordeel],
      kort: vraag?.kort ?? criterium.voorwaarde.fact,
      antwoord: vraag ? toAntwoordTekst(vraag, antwoorden) : 'niet beantwoord',
      bekend: !isOpen(antwoorden[criterium.voorwaarde.fact]),
      interpretatie: criterium.interpretatie,
      inspring,
      onderbouwing: toOnderbouwing(verwijzing, criterium.id),
    };
  };
  const aandachtspunten = criteria.filter(({ criterium }) => criterium.weging === 'aandachtspunt');
  const { financiering } = tafel.regels;
  return {
    concept,
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, inZin: tafel.inZin },
    aanhef: antwoorden[ROL] === INWONER ? 'Geachte heer of mevrouw,' : 'Geachte collega,',
    isInwoner: antwoorden[ROL] === INWONER,
    lokaal: toLokaal(antwoorden),
    ontvanger: ontvanger.naam,
    via: aanmelder.via === null ? null : toRolNaam(content, aanmelder.via),
    werkwijze: tafel.kanaal.werkwijze,
    adres: tafel.kanaal.adres,
    adresOnbekend: tafel.kanaal.adres === null ? tafel.kanaal.alsOnbekend : null,
    termijn: tafel.termijn?.tekst ?? null,
    gemeente: gemeente?.naam ?? 'nog niet bekend',
    rol: beschrijf(ROL),
    eerderBesproken: toEerderBesproken(model, antwoorden),
    criteria: toRegels(explainOordeel({ tafel, criteria }), toRegel),
    aandachtspunten: aandachtspunten.map((criterium) => toRegel(criterium)),
    leeswijzer: tafel.regels.leeswijzer,
    financiering: financiering ? financiering[toFinancier(antwoorden[financiering.feit])] : null,
    clientondersteuning: {
      bijTafel: tafel.clientondersteuning.tekst,
      aanbieders: findClientondersteuning(content, gemeente).map(({ naam, gemeentenToelichting }) => ({
        naam,
        gemeentenToelichting,
      })),
    },
    kosten: antwoorden[financiering?.feit ?? ''] === 'ja' ? null : estimateKosten(financiering, verwijzing),
    voortzetting: verwijzing.get('bericht') === 'voortzetting',
    koppen: content.pakketvelden.rubrieken,
    verwijzing: Object.fromEntries(velden.map(({ pad }) => [pad, verwijzing.get(pad) ?? null])),
    rubrieken: toRubrieken(content, velden, verwijzing),
    plan: toPlan(verwijzing),
  };
}

/** The explanation as lines: a criterion, or (with `kop`) the heading of a group whose lines come indented below it. */
function toRegels<T>(
  uitleg: Uitleg,
  toRegel: (criterium: CriteriumOordeel, inspring: string) => T,
  inspring = '',
): ({ kop: null; criterium: T } | { kop: string; inspring: string })[] {
  if (uitleg.soort === 'criterium') return [{ kop: null, criterium: toRegel(uitleg.criterium, inspring) }];
  const kop = `${uitleg.soort === 'een' ? 'Een van deze is genoeg' : 'Dit moet allemaal zo zijn'} (${OORDEEL_TEKST[uitleg.waarheid]}):`;
  return [{ kop, inspring }, ...uitleg.delen.flatMap((deel) => toRegels(deel, toRegel, `${inspring}  `))];
}

/** The filled-in fields of the content, by part of the package; casus and aanmelder have lines of their own. */
function toRubrieken({ pakketvelden }: Content, velden: readonly Veld[], verwijzing: Verwijzing) {
  const eigen = ['vraag', 'gedaan', 'betrokkenen', 'veiligheid', 'persoon', 'afspraken'] as const;
  return eigen.flatMap((rubriek) => {
    const gevuld = velden.filter(
      (veld) => veld.rubriek === rubriek && !veld.pad.includes('.') && verwijzing.has(veld.pad),
    );
    if (gevuld.length === 0) return [];
    const toWaarde = ({ pad, opties }: Veld) =>
      opties?.find(({ id }) => id === verwijzing.get(pad))?.tekst ?? verwijzing.get(pad) ?? '';
    return [
      {
        kop: pakketvelden.rubrieken[rubriek],
        isVraag: rubriek === 'vraag',
        velden: gevuld.map((veld) => ({ label: veld.label, waarde: toWaarde(veld) })),
      },
    ];
  });
}

/** The substantiation of a criterion in one line, or null. */
function toOnderbouwing(verwijzing: Verwijzing, criterium: string): string | null {
  const [feit, vanWie, datum] = (['feit', 'vanWie', 'datum'] as const).map((deel) =>
    verwijzing.get(toOnderbouwingPad(criterium, deel)),
  );
  const bron = [vanWie, datum].filter(Boolean).join(', ');
  if (!feit && !bron) return null;
  return [feit, bron && `(${bron})`].filter(Boolean).join(' ');
}

/** The rows of the plan of action in which anything is filled in. */
function toPlan(verwijzing: Verwijzing): { label: string; waarde: string }[][] {
  return Array.from({ length: PLAN_RIJEN }, (_, rij) =>
    PLAN_KOLOMMEN.map(({ id, label }) => ({ label, waarde: verwijzing.get(`plan.${rij}.${id}`) ?? '' })),
  ).filter((kolommen) => kolommen.some(({ waarde }) => waarde !== ''));
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
