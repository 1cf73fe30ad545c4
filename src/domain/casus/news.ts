import { toDateText, toDutchDate } from '../calendar.ts';
import type { MailConcept } from '../referral/mail-concept.ts';
import { splitOnderwerp } from '../referral/mail-model.ts';
import type { Say } from '../texts.ts';
import type { Views } from '../views.ts';
import { type Casus, type CasusAdvies, ITEM_LISTS } from './casus.ts';
import type { CasusRules } from './casus-rules.ts';
import { listItems, listOpen } from './change-items.ts';

/** What has a moment of its own in the file. */
interface Noted {
  readonly genoteerd: string;
  readonly weg?: true | undefined;
}

/**
 * What is new in a case since a day, that day included: what was written down or changed since, and whatever is still to
 * be done. Who wrote stands there by function and organisation, as the file has it. `advies` is the advice of now, and what
 * it says to do; null while no question is answered.
 */
export function listNews(
  say: Say,
  { tafelOf }: Pick<CasusRules, 'tafelOf'>,
  casus: Casus,
  advies: { readonly waarde: CasusAdvies; readonly doe: string } | null,
  sinds: string,
) {
  const isNew = ({ genoteerd }: Noted) => isSince(genoteerd, sinds);
  const toDay = (date: string) => (date === '' ? null : toDateText(date));
  const factorOf = new Map(casus.checklist.map(({ id, naam }) => [id, naam]));
  const nameOf = (tafel: string) => tafelOf.get(tafel)?.korteNaam ?? tafel;
  const plan = listItems(casus, 'plan');
  const logboek = listItems(casus, 'logboek').toReversed();
  const toAgreement = ({ wie, doetWat, wanneer, datum, stand }: Casus['plan'][number]) => ({
    wie,
    doetWat,
    wanneer,
    datum: toDay(datum),
    stand: say(`casus.keuze-stand-${stand}`),
  });
  return {
    sinds: toDateText(sinds),
    casuscode: casus.casuscode,
    logboek: logboek.filter(isNew).map((entry) => ({
      ...entry,
      datum: toDateText(entry.datum),
      verloop: entry.verloop === '' ? null : say(`casus.keuze-verloop-${entry.verloop}`),
      factor: factorOf.get(entry.factor) || null,
    })),
    plan: plan.filter(isNew).map(toAgreement),
    checklist: listItems(casus, 'checklist')
      .filter(isNew)
      .map(({ naam, soort, signaal }) => ({ naam, soort: say(`casus.keuze-soort-${soort}`), signaal })),
    termijnen: listItems(casus, 'termijnen')
      .filter(isNew)
      .map(({ datum, wat, gedaan }) => ({ datum: toDateText(datum), wat, gedaan })),
    verwijzingen: casus.verwijzingen
      .filter((made) => !made.weg && isNew(made))
      .map(({ tafel, soort, datum, stand, standDatum, toelichting }) => ({
        tafel: nameOf(tafel),
        soort: say(`casus.soort-${soort}`),
        datum: toDateText(datum),
        stand: say(`casus.keuze-stand-${stand}`),
        op: toDay(standDatum),
        toelichting,
      })),
    weggehaald: ITEM_LISTS.flatMap((list) => casus[list] as readonly Noted[]).filter(
      (item) => item.weg && isNew(item),
    ).length,
    advies:
      advies && isOtherAdvies(casus, advies.waarde, sinds)
        ? {
            doe: advies.doe,
            tafels: [...advies.waarde.tafels, ...advies.waarde.voorzieningen].map(nameOf),
          }
        : null,
    teDoen: [
      ...logboek
        .filter(({ teDoen, gedaan }) => teDoen !== '' && gedaan === '')
        .map(({ teDoen, functie, organisatie, datum }) => ({
          wat: teDoen,
          van: `${functie}, ${organisatie}, ${toDateText(datum)}`,
        })),
      ...listOpen(casus).map(({ wie, doetWat, datum }) => ({
        wat: wie === '' ? doetWat : `${wie}: ${doetWat}`,
        van: toDay(datum),
      })),
    ],
  };
}

/** The news as a mail to partners: without recipients, whom the user alone knows. */
export function writeNews(
  { renderText }: Pick<Views, 'renderText'>,
  news: ReturnType<typeof listNews>,
): MailConcept {
  const { logboek, plan, checklist, termijnen, verwijzingen, weggehaald, advies } = news;
  const isEmpty =
    [logboek, plan, checklist, termijnen, verwijzingen].every(({ length }) => length === 0) &&
    weggehaald === 0 &&
    advies === null;
  return { aan: [], cc: [], ...splitOnderwerp(renderText('nieuws', { ...news, isEmpty })) };
}

/** The last day before today on which something in the file changed: when there is none, today. */
export function findLastDay(casus: Casus, today: string): string {
  const { status, advies, antwoorden, velden, plan, checklist, termijnen, verwijzingen, logboek } = casus;
  const moments = [
    status.gewijzigd,
    ...(advies ? [advies.gewijzigd] : []),
    ...Object.values(antwoorden).map(({ gewijzigd }) => gewijzigd),
    ...Object.values(velden).flatMap((texts) => texts.flatMap(({ tafels }) => Object.values(tafels))),
    ...[plan, checklist, termijnen, verwijzingen, logboek].flatMap((items) =>
      (items as readonly Noted[]).map(({ genoteerd }) => genoteerd),
    ),
  ];
  // In their order as texts, so that few of many have to become days.
  const last = moments.sort().findLast((moment) => toDutchDate(new Date(moment)) < today);
  return last === undefined ? today : toDutchDate(new Date(last));
}

function isSince(moment: string, sinds: string): boolean {
  return toDutchDate(new Date(moment)) >= sinds;
}

/** The file has the advice of when it was last handed out, and since when that was the advice. */
function isOtherAdvies({ advies: kept }: Casus, advies: CasusAdvies, sinds: string): boolean {
  if (!kept || JSON.stringify(kept.waarde) !== JSON.stringify(advies)) return true;
  return isSince(kept.gewijzigd, sinds);
}
