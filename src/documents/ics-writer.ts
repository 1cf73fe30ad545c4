import type { WriteIcs } from '../domain/referral/agenda-item.ts';
import { addDays } from '../domain/referral/termijn.ts';
import { escapeText, toContentLines } from './content-line.ts';

/** Writes the calendar file. The day is a date without a time: a time would shift it in another time zone. */
export const writeIcs: WriteIcs = ({
  uid,
  titel,
  datum,
  description: omschrijving,
  herinneringDays: herinneringDagen,
  nu,
}) => {
  const regels = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//RDM-wegwijzer//NL',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${nu.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;VALUE=DATE:${toIcsDatum(datum)}`,
    // The end is the first day that does not belong to it.
    `DTEND;VALUE=DATE:${toIcsDatum(addDays(datum, 1))}`,
    `SUMMARY:${escapeText(titel)}`,
    `DESCRIPTION:${escapeText(omschrijving)}`,
    // A last day is no appointment: the day stays free for others to plan.
    'TRANSP:TRANSPARENT',
    ...(herinneringDagen === undefined ? [] : toAlarm(titel, herinneringDagen)),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return toContentLines(regels);
};

/** The day starts at midnight, so nine in the morning of n days before is n - 1 days and 15 hours earlier. */
function toAlarm(titel: string, dagen: number): string[] {
  if (!Number.isInteger(dagen) || dagen < 0) throw new RangeError(`No number of days: ${dagen}.`);
  const wanneer = dagen === 0 ? 'PT9H' : `-P${dagen > 1 ? `${dagen - 1}D` : ''}T15H`;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${wanneer}`,
    `DESCRIPTION:${escapeText(titel)}`,
    'END:VALARM',
  ];
}

function toIcsDatum(datum: string): string {
  return datum.replaceAll('-', '');
}
