import { toDateText } from '../calendar.ts';
import type { CalendarEvent } from '../calendar-event.ts';
import type { Say } from '../texts.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import type { Termijn } from './referral-days.ts';

/** When to say that the last day comes near: early enough to write the case, and again for what came up late. */
const DAYS_BEFORE = [7, 1, 0];

/** The last day to hand in a case, as an entry for a calendar. The same deadline of the same code is the same entry. */
export function toDeadlineEvent(
  say: Say,
  {
    tafel,
    route,
    ontvanger,
    kanaal,
    casuscode,
  }: Pick<VerwijsPakket, 'tafel' | 'route' | 'ontvanger' | 'kanaal' | 'casuscode'>,
  { uiterlijk, overlegdatum }: Termijn,
): CalendarEvent {
  const words = { tafel: tafel.inZin, ontvanger, casuscode, dag: toDateText(uiterlijk) };
  const titel = say(route === 'via' ? 'agenda.titel-verzoek' : 'agenda.titel', words);
  return {
    uid: `${tafel.id}-${overlegdatum}-${casuscode}@rdm-wegwijzer.invalid`,
    dag: uiterlijk,
    titel,
    tekst: say(route === 'via' ? 'agenda.uitleg-verzoek' : 'agenda.uitleg', {
      ...words,
      kanaal: kanaal.naam,
      termijn: tafel.termijn?.tekst ?? '',
      overlegdatum: toDateText(overlegdatum),
    }),
    alarms: DAYS_BEFORE.map((daysBefore) => ({
      daysBefore,
      tekst: say('agenda.alarm', { ...words, titel }),
    })),
  };
}

/**
 * The day on which to look whether a package was answered, as an entry for a calendar; null for one that asks nothing, or
 * that is not complete. The case file gives the same entry, on the day that it has by then.
 */
export function toAnswerEvent(
  say: Say,
  {
    tafel,
    route,
    ontvanger,
    casuscode,
    navragen,
    antwoordlink,
  }: Pick<VerwijsPakket, 'tafel' | 'route' | 'ontvanger' | 'casuscode' | 'navragen' | 'antwoordlink'>,
): CalendarEvent | null {
  if (navragen === null) return null;
  const words = { ontvanger, casuscode, tafel: tafel.inZin };
  const titel = say('agenda.nabellen', words);
  return {
    uid: toAnswerUid(tafel.id, casuscode),
    dag: navragen,
    titel,
    tekst: say(toAnswerText(route, antwoordlink), words),
    alarms: [{ daysBefore: 0, tekst: say('agenda.alarm-casus', { titel, dag: toDateText(navragen) }) }],
  };
}

function toAnswerText(route: VerwijsPakket['route'], antwoordlink: string | null) {
  if (route === 'via') return 'agenda.uitleg-navragen-verzoek';
  return antwoordlink === null ? 'agenda.uitleg-navragen' : 'agenda.uitleg-navragen-link';
}

/** The uid of that entry: one for the last package of a case to a table. */
export function toAnswerUid(tafel: string, casuscode: string): string {
  return `nabellen-${tafel}-${casuscode}@rdm-wegwijzer.invalid`;
}
