import type { Finding } from '../domain/editing/proof.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import {
  ACUUT_GEVAAR,
  BUITEN_TWENTE,
  EERDER_BESPROKEN,
  GEMEENTE,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  ROL,
  SIGNALEN,
} from '../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../domain/model/vraag.ts';
import { collect, VRAGEN_FILE } from './content-fault.ts';
import { describeDeadTrace, findCircles, isAskedAt } from './when-asked.ts';

/** Checks that no questions wait for each other's answer, which holds or not whatever else is wrong with them. */
export function checkCircles(model: Beslismodel): Finding[] {
  return collectVragen((report) => {
    for (const keten of findCircles(model)) {
      const melding = `wordt nooit gevraagd: deze vragen wachten op elkaar: ${[...keten, keten[0]].map((feit) => `"${feit}"`).join(' → ')}. Laat één ervan van iets anders afhangen.`;
      report(`${keten[0]}.wanneer`, melding);
    }
  });
}

/** Checks that every question can be reached and that something uses its answer. */
export function checkVragen(model: Beslismodel): Finding[] {
  return collectVragen((report) => {
    for (const check of [checkUse, checkSteps, checkRange, checkOrder]) check(model, report);
  });
}

type ReportVraag = (plaats: string, melding: string) => void;

function collectVragen(check: (report: ReportVraag) => void): Finding[] {
  return collect((report) => check((plaats, melding) => report(VRAGEN_FILE, plaats, melding)));
}

function checkUse({ vragen, tafels }: Beslismodel, report: ReportVraag): void {
  const used = new Set<string>([
    ...Object.keys(ROUTEVRAGEN),
    ...vragen.flatMap(({ wanneer }) => ('feit' in wanneer ? [wanneer.feit] : [])),
    ...tafels.flatMap(({ regels }) => [
      ...regels.criteria.map(({ voorwaarde }) => voorwaarde.fact),
      ...(regels.ookGeopendDoor ? [regels.ookGeopendDoor.fact] : []),
      ...(regels.financiering ? [regels.financiering.feit] : []),
    ]),
  ]);
  const melding =
    'geen enkele regel gebruikt dit antwoord. Gebruik het bij een criterium van een tafel, of haal de vraag weg.';
  for (const { feit } of vragen) if (!used.has(feit)) report(feit, melding);
}

/** The advice tells the reader to take a step, so a step has its words, and nothing else has. */
function checkSteps({ vragen }: Beslismodel, report: ReportVraag): void {
  const melding =
    'hoort bij "stapTeZetten": true, en alleen daarbij. Schrijf wat de lezer dan doet, of haal een van de twee weg.';
  for (const { feit, stap, stapTeZetten } of vragen)
    if (stapTeZetten !== Boolean(stap)) report(`${feit}.stap`, melding);
}

function checkRange(model: Beslismodel, report: ReportVraag): void {
  for (const vraag of model.vragen) {
    const reason = describeDeadTrace(model, vraag);
    if (reason) report(`${vraag.feit}.wanneer`, `${reason} Laat de vraag van iets anders afhangen.`);
  }
}

function checkOrder({ vragen }: Beslismodel, report: ReportVraag): void {
  const first = vragen[0]?.feit;
  if (first !== undefined && first !== ACUUT_GEVAAR)
    report(
      first,
      `staat voor de vraag "${ACUUT_GEVAAR}". Direct gevaar gaat voor alles: zet die vraag vooraan.`,
    );
  const signalen = vragen.findIndex(({ feit }) => feit === SIGNALEN);
  const melding = `hoort bij een tafel, maar staat voor de vraag "${SIGNALEN}", die de tafels opent. Zet de vraag daarna.`;
  for (const { feit, wanneer } of vragen.slice(0, Math.max(signalen, 0)))
    if ('tafels' in wanneer) report(feit, melding);
}

const ALWAYS = { altijd: true } as const;

/** What the route counts on: the type of each of its questions, and when it is asked (null: see `checkTried`). */
export const ROUTEVRAGEN: Readonly<
  Record<string, Pick<Vraag, 'type'> & { wanneer: Vraag['wanneer'] | null }>
> = {
  [ACUUT_GEVAAR]: { type: 'jaNee', wanneer: ALWAYS },
  [GEMEENTE]: { type: 'keuze', wanneer: ALWAYS },
  [ROL]: { type: 'keuze', wanneer: ALWAYS },
  [LOKAAL_BESPROKEN]: { type: 'jaNee', wanneer: ALWAYS },
  [LOKAAL_VASTGELOPEN]: { type: 'jaNee', wanneer: { feit: LOKAAL_BESPROKEN, is: 'ja' } },
  [SIGNALEN]: { type: 'meerkeuze', wanneer: ALWAYS },
  [EERDER_BESPROKEN]: { type: 'meerkeuze', wanneer: null },
};

/** Checks that questions have the type, the options and the moment that the route through them counts on. */
export function checkRoutevragen(model: Beslismodel): Finding[] {
  return collectVragen((report) => {
    for (const [feit, { type, wanneer }] of Object.entries(ROUTEVRAGEN)) {
      const vraag = model.vraagOf.get(feit);
      if (vraag) checkRoutevraag(vraag, type, wanneer, report);
    }
    for (const vraag of model.vragen) checkOptions(vraag, report);
    checkTried(model, report);
  });
}

function checkRoutevraag(
  vraag: Vraag,
  type: Vraag['type'],
  wanneer: Vraag['wanneer'] | null,
  report: ReportVraag,
): void {
  const { feit } = vraag;
  const json = JSON.stringify(wanneer);
  if (vraag.type !== type)
    report(`${feit}.type`, `is "${vraag.type}", maar de route rekent op "${type}". Zet dat terug.`);
  if (wanneer && JSON.stringify(vraag.wanneer) !== json)
    report(
      `${feit}.wanneer`,
      `moet ${describeWanneer(wanneer)} zijn: de route rekent daarop. Zet dat terug.`,
    );
  const outside = `mist "${BUITEN_TWENTE}", de keuze voor wie buiten Twente woont. Zet die keuze terug.`;
  if (feit === GEMEENTE && !vraag.opties.some(({ id }) => id === BUITEN_TWENTE))
    report(`${feit}.opties`, outside);
}

function describeWanneer(wanneer: Vraag['wanneer']): string {
  return 'feit' in wanneer ? `het antwoord "${wanneer.is}" op de vraag "${wanneer.feit}"` : '"altijd"';
}

const YES_NO = ['ja', 'nee', DONT_KNOW];

function checkOptions({ feit, type, opties }: Vraag, report: ReportVraag): void {
  const ids = opties.map(({ id }) => id);
  if (type === 'jaNee' && (ids.length !== YES_NO.length || YES_NO.some((id) => !ids.includes(id))))
    report(
      `${feit}.opties`,
      `een vraag van het type "jaNee" heeft de keuzes ${YES_NO.map((id) => `"${id}"`).join(', ')}. Haal de antwoorden hier weg: dan komen die vanzelf.`,
    );
  const melding = `"${DONT_KNOW}" kan niet naast andere keuzes staan. Zet er "alleen": true bij.`;
  if (type === 'meerkeuze' && opties.some(({ id, alleen }) => id === DONT_KNOW && !alleen))
    report(`${feit}.opties`, melding);
}

/** Each table that can have been tried is one that exists, and the question is asked when it is opened. */
function checkTried(model: Beslismodel, report: ReportVraag): void {
  const place = `${EERDER_BESPROKEN}.opties`;
  for (const { id, alleen } of model.vraagOf.get(EERDER_BESPROKEN)?.opties ?? []) {
    if (alleen) continue;
    const unknown = `er is geen tafel "${id}". Haal de keuze weg, of zet er "alleen": true bij als het geen tafel is.`;
    const unasked = `deze vraag wordt niet gesteld als alleen de tafel "${id}" open is. Zet de tafel bij "wanneer.tafels".`;
    if (!model.tafelOf.has(id)) report(place, unknown);
    else if (!isAskedAt(model, EERDER_BESPROKEN, (tafel) => tafel === id)) report(place, unasked);
  }
}
