import { addDays, toDutchClock, toDutchDate } from '../domain/calendar.ts';
import type { CalendarAlarm, CalendarEvent, ToIcs } from '../domain/calendar-event.ts';
import { escapeText, toContentLines } from './content-line.ts';

/** Writes the calendar file. */
export const toIcs: ToIcs = (events, now) =>
  toContentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//RDM-wegwijzer//NL',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => toEvent(event, now)),
    'END:VCALENDAR',
  ]);

/** The day is a date without a time: a time would shift it in another time zone. */
function toEvent({ uid, dag, titel, tekst, alarms = [] }: CalendarEvent, now: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;VALUE=DATE:${toIcsDate(dag)}`,
    // The end is the first day that does not belong to it.
    `DTEND;VALUE=DATE:${toIcsDate(addDays(dag, 1))}`,
    `SUMMARY:${escapeText(titel)}`,
    `DESCRIPTION:${escapeText(tekst)}`,
    // A last day is no appointment: the day stays free for others to plan.
    'TRANSP:TRANSPARENT',
    ...alarms.filter((alarm) => isToCome(dag, alarm, now)).flatMap(toAlarm),
    'END:VEVENT',
  ];
}

/** Whether an alarm is still to come, for somebody in the Netherlands. */
function isToCome(dag: string, { daysBefore }: CalendarAlarm, now: Date): boolean {
  if (!Number.isInteger(daysBefore) || daysBefore < 0)
    throw new RangeError(`No number of days: ${daysBefore}.`);
  return `${addDays(dag, -daysBefore)} 09:00` > `${toDutchDate(now)} ${toDutchClock(now)}`;
}

/** The day starts at midnight, so nine in the morning of n days before is n - 1 days and 15 hours earlier. */
function toAlarm({ daysBefore, tekst }: CalendarAlarm): string[] {
  const wanneer = daysBefore === 0 ? 'PT9H' : `-P${daysBefore > 1 ? `${daysBefore - 1}D` : ''}T15H`;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${wanneer}`,
    `DESCRIPTION:${escapeText(tekst)}`,
    'END:VALARM',
  ];
}

function toIcsDate(date: string): string {
  return date.replaceAll('-', '');
}
