import { type Advies, findGemeente, findOordeel } from '../advice/advies.ts';
import { toDateText } from '../calendar.ts';
import type { CalendarEvent } from '../calendar-event.ts';
import type { Content } from '../model/content.ts';
import { toAnswerUid, toDeadlineEvent } from '../referral/day-events.ts';
import { findTermijn } from '../referral/referral-days.ts';
import type { Say } from '../texts.ts';
import type { Casus } from './casus.ts';
import type { CasusRules } from './casus-rules.ts';
import { type Due, listDue, listMeetings } from './due.ts';
import { findAddressee } from './follow-up/find-addressee.ts';

/** In days before; on all other days it is said on the day itself. */
const MEETING_ALARM = 1;

interface Bronnen {
  readonly content: Content;
  readonly rules: CasusRules;
  readonly say: Say;
}

/**
 * What is due in a case, as days for a calendar. Each keeps its uid when its day changes, so that a calendar that reads
 * the file again moves it. What counts in hours has no day, and is not in it.
 */
export function toDueEvents(bronnen: Bronnen, casus: Casus, advies: Advies, today: string): CalendarEvent[] {
  return listDue(bronnen.rules, casus, today).flatMap((due) => {
    const { datum, soort } = due;
    if (datum === null) return [];
    if (soort === 'inleveren') return toLastDay(bronnen, casus, advies, due, today);
    const titel = toTitle(bronnen, casus, advies, due);
    return {
      uid: toUid(casus, due),
      dag: datum,
      titel,
      tekst: bronnen.say('agenda.uitleg-casus', { casuscode: casus.casuscode }),
      alarms: [
        {
          daysBefore: soort === 'overleg' ? MEETING_ALARM : 0,
          tekst: bronnen.say('agenda.alarm-casus', { titel, dag: toDateText(datum) }),
        },
      ],
    };
  });
}

/** That of the last package to a table is also in the calendar file of that package. */
function toUid({ verwijzingen, casuscode }: Casus, { soort, tafel, id }: Due): string {
  const last = verwijzingen.findLast((made) => made.tafel === tafel && !made.weg);
  if (soort === 'nabellen' && tafel && last?.id === id) return toAnswerUid(tafel, casuscode);
  return `${soort}-${id ?? tafel}-${casuscode}@rdm-wegwijzer.invalid`;
}

/** The entry that the preview of the package hands out too. */
function toLastDay(bronnen: Bronnen, casus: Casus, advies: Advies, due: Due, today: string): CalendarEvent[] {
  const meeting = listMeetings(casus).find(({ tafel }) => tafel === due.tafel);
  const oordeel = findOordeel(advies, due.tafel);
  const termijn = oordeel && findTermijn(oordeel.tafel, meeting?.datum, today);
  if (!oordeel || !termijn) return [];
  const { tafel, aanmelder } = oordeel;
  const { casuscode } = casus;
  const soort = aanmelder.via === null ? 'aanmelding' : 'verzoek';
  const ontvanger = toReceiver(bronnen, advies, tafel.id, soort);
  const route = aanmelder.via === null ? 'zelf' : 'via';
  return [
    toDeadlineEvent(bronnen.say, { tafel, route, ontvanger, kanaal: tafel.kanaal, casuscode }, termijn),
  ];
}

function toTitle(bronnen: Bronnen, casus: Casus, advies: Advies, { soort, tafel, id, wat }: Due): string {
  const { say, rules } = bronnen;
  const { casuscode } = casus;
  if (soort === 'overleg')
    return say('agenda.overleg', { tafel: rules.tafelOf.get(tafel ?? '')?.inZin ?? '', casuscode });
  if (soort !== 'nabellen') return say('agenda.eigen', { wat, casuscode });
  const made = casus.verwijzingen.find((one) => one.id === id);
  const ontvanger = toReceiver(bronnen, advies, tafel ?? '', made?.soort ?? 'aanmelding');
  return say('agenda.nabellen', { ontvanger, casuscode });
}

function toReceiver(
  { say, content }: Bronnen,
  advies: Advies,
  id: string,
  soort: Casus['verwijzingen'][number]['soort'],
): string {
  const oordeel = findOordeel(advies, id);
  if (!oordeel) return '';
  const { tafel, aanmelder } = oordeel;
  return findAddressee(
    say,
    content,
    tafel,
    aanmelder,
    findGemeente(content, advies),
    { soort },
    'bevestiging',
  ).naam;
}
