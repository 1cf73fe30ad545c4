#!/usr/bin/env bash
# ts-ics 2.4.6; beside it ical.js 2.2.1 and node-ical 0.27.2.
#
# Does: writes and reads the text of an alarm (DESCRIPTION in VALARM), in an event with the same text.
# Expected: the same text in both. It is the same property, of which commas, semicolons and backslashes are written with a
# backslash, and a new line as `\n` (RFC 5545, 3.8.1.5 and 3.3.11).
# Seen (Node 20.20 and 24.21, 1 December 2026): right in the event. In the alarm nothing is escaped and nothing taken back. From
# a right file it reads "Maandag 7 december\, 9 uur", and shows the backslash when the alarm sounds. A text of two lines it writes
# as two lines: ical.js, with which Thunderbird reads, refuses the calendar, and in node-ical the second line is gone. It reads
# its own file back without a fault, so a test that does so sees nothing.
# Around it: an alarm of one line, without commas, semicolons and backslashes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent ts-ics@2.4.6 ical.js@2.2.1 node-ical@0.27.2
cat > read.js <<'JS'
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar, generateIcsCalendar } from 'ts-ics';

const RIGHT = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20261201T090000Z',
  'DTSTART:20261207T080000Z',
  'SUMMARY:Overleg',
  String.raw`DESCRIPTION:Maandag 7 december\, 9 uur`,
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:-P1D',
  String.raw`DESCRIPTION:Maandag 7 december\, 9 uur`,
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const readTexts = (ics) => {
  const [event] = convertIcsCalendar(undefined, ics).events;
  return [event.description, event.alarms[0].description];
};
const attempt = (read) => {
  try {
    return read();
  } catch (error) {
    return `refused: ${error.message}`;
  }
};

const text = 'Overleg in Almelo\nNeem het plan mee';
const calendar = convertIcsCalendar(undefined, RIGHT);
calendar.events[0].description = text;
calendar.events[0].alarms[0].description = text;
const written = generateIcsCalendar(calendar);

const seen = {
  'a right file': readTexts(RIGHT).join(' | '),
  'written, by itself': readTexts(written).join(' | '),
  'written, by ical.js': attempt(() => ICAL.parse(written) && 'read'),
  'written, by node-ical': attempt(() => {
    const event = Object.values(nodeIcal.sync.parseICS(written)).find(({ type }) => type === 'VEVENT');
    return [event.description, event.alarms[0].description].join(' | ');
  }),
};
console.log(seen);
const was = [
  String.raw`Maandag 7 december, 9 uur | Maandag 7 december\, 9 uur`,
  `${text} | ${text}`,
  'refused: invalid line (no token ";" or ":") "Neem het plan mee"',
  `${text} | Overleg in Almelo`,
];
process.exit(Object.values(seen).join('\t') === was.join('\t') ? 0 : 1);
JS
node read.js
