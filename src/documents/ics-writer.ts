import { addDays } from '../domain/calendar.ts';
import type { WriteIcs } from '../domain/referral/termijn.ts';
import { escapeText, toContentLines } from './content-line.ts';

/** Writes the calendar file. The day is a date without a time: a time would shift it in another time zone. */
export const writeIcs: WriteIcs = ({ uid, titel, datum, description, herinneringDays, nu }) => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//RDM-wegwijzer//NL',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${nu.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;VALUE=DATE:${toIcsDate(datum)}`,
    // The end is the first day that does not belong to it.
    `DTEND;VALUE=DATE:${toIcsDate(addDays(datum, 1))}`,
    `SUMMARY:${escapeText(titel)}`,
    `DESCRIPTION:${escapeText(description)}`,
    // A last day is no appointment: the day stays free for others to plan.
    'TRANSP:TRANSPARENT',
    ...(herinneringDays === undefined ? [] : toAlarm(titel, herinneringDays)),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return toContentLines(lines);
};

/** The day starts at midnight, so nine in the morning of n days before is n - 1 days and 15 hours earlier. */
function toAlarm(titel: string, days: number): string[] {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`No number of days: ${days}.`);
  const wanneer = days === 0 ? 'PT9H' : `-P${days > 1 ? `${days - 1}D` : ''}T15H`;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${wanneer}`,
    `DESCRIPTION:${escapeText(titel)}`,
    'END:VALARM',
  ];
}

function toIcsDate(date: string): string {
  return date.replaceAll('-', '');
}
