import { toDateText } from '../calendar.ts';
import type { CalendarEvent } from '../calendar-event.ts';
import type { Say } from '../texts.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';

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
  }: Pick<VerwijsPakket, 'tafel' | 'route' | 'ontvanger' | 'casuscode' | 'navragen'>,
): CalendarEvent | null {
  if (navragen === null) return null;
  const words = { ontvanger, casuscode, tafel: tafel.inZin };
  const titel = say('agenda.nabellen', words);
  return {
    uid: toAnswerUid(tafel.id, casuscode),
    dag: navragen,
    titel,
    tekst: say(route === 'via' ? 'agenda.uitleg-navragen-verzoek' : 'agenda.uitleg-navragen', words),
    alarm: { daysBefore: 0, tekst: say('agenda.alarm-casus', { titel, dag: toDateText(navragen) }) },
  };
}

/** The uid of that entry: one for the last package of a case to a table. */
export function toAnswerUid(tafel: string, casuscode: string): string {
  return `nabellen-${tafel}-${casuscode}@rdm-wegwijzer.invalid`;
}
