#!/usr/bin/env bash
# cal-parser 1.0.2
#
# Does: reads an event with a description, an alarm with a text of its own, and a begin in the time of Amsterdam.
# Expected: the description of the event. What stands between BEGIN:VALARM and END:VALARM is of the alarm (RFC 5545, 3.6.6).
# And 9.30 in Amsterdam in June is 7.30 in UTC: the zone is named, and is one that every system knows.
# Seen (Node 20.20 and 26.10, 1 December 2026): the description of the event is gone, and that of the alarm stands in its place; the
# trigger of the alarm has become a property of the event. The begin is 9.30 in UTC, two hours late; the name of the zone is
# handed on beside it. Without the alarm the description is right.
# Around it: no alarms; times in UTC.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "commonjs" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent cal-parser@1.0.2
cat > read.js <<'JS'
const { parseString } = require('cal-parser');

const toCalendar = (alarm) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20260501T090000Z',
    'DTSTART;TZID=Europe/Amsterdam:20260601T093000',
    'DTEND;TZID=Europe/Amsterdam:20260601T103000',
    'SUMMARY:Overleg',
    'DESCRIPTION:Kamer 3. Neem het plan mee.',
    ...alarm,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const ALARM = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P1D', 'DESCRIPTION:Morgen overleg', 'END:VALARM'];

const read = (alarm) => parseString(toCalendar(alarm)).events[0];
const [plain, alarmed] = [read([]), read(ALARM)];
const seen = [
  plain.description.value,
  alarmed.description.value,
  alarmed.trigger.value,
  new Date(plain.dtstart.value).toISOString(),
];
console.log(seen);
const was = ['Kamer 3. Neem het plan mee.', 'Morgen overleg', '-P1D', '2026-06-01T09:30:00.000Z'];
process.exit(seen.join('\t') === was.join('\t') ? 0 : 1);
JS
node read.js
