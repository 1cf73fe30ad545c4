#!/usr/bin/env bash
# ical-js-parser 0.7.4; beside it ical.js 2.2.1.
#
# Does: reads a calendar with two events, of which the first has an alarm, and writes it again.
# Expected: the same calendar. An alarm stands inside its event (RFC 5545, 3.6.6), and the events have no other lines.
# Seen (Node 20.20 and 26.10, 1 December 2026): the alarm stands between the two events, of neither; the first event has got a line of
# only a colon, and the second the line "E:EN". It reports no errors and no warnings. In ical.js the
# event has one alarm before, and none after.
# Around it: take the alarms out before writing, or write with another library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent ical-js-parser@0.7.4 ical.js@2.2.1
cat > read.js <<'JS'
import ICAL from 'ical.js';
import { createRequire } from 'node:module';

const loaded = createRequire(import.meta.url)('ical-js-parser');
const { toJSON, toString } = loaded.default ?? loaded;

const toEvent = (uid, alarm) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTAMP:20261201T090000Z',
  'DTSTART:20261207T080000Z',
  'DTEND:20261207T090000Z',
  `SUMMARY:Overleg ${uid}`,
  ...alarm,
  'END:VEVENT',
];
const ALARM = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P1D', 'DESCRIPTION:Morgen', 'END:VALARM'];
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//EN',
  ...toEvent(1, ALARM),
  ...toEvent(2, []),
  'END:VCALENDAR',
  '',
].join('\r\n');

const read = toJSON(calendar);
const lines = toString(read).split(/\r?\n/);
const countAlarms = (ics) =>
  new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent('vevent').getAllSubcomponents('valarm').length;
const seen = {
  'said to be wrong': read.errors.length + read.warnings.length,
  'begins and ends': lines.filter((line) => /^(BEGIN|END):V(EVENT|ALARM)/.test(line)).join(' '),
  'lines that nobody wrote': lines.filter((line) => line !== '' && !calendar.includes(`${line}\r\n`)).join(' '),
  'alarms of the first event, before and after': `${countAlarms(calendar)}, ${countAlarms(lines.join('\r\n'))}`,
};
console.log(seen);
const was = [
  0,
  'BEGIN:VEVENT END:VEVENT BEGIN:VALARM END:VALARM BEGIN:VEVENT END:VEVENT',
  ': E:EN',
  '1, 0',
];
process.exit(Object.values(seen).join('\t') === was.join('\t') ? 0 : 1);
JS
node read.js
