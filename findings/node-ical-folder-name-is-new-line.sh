#!/usr/bin/env bash
# node-ical 0.27.2; beside it ical.js 2.2.1.
#
# Does: reads a text with the name of a network folder, such as S:\notulen.
# Expected: that name. In the file a backslash is two, and `\n` is a new line (RFC 5545, 3.3.11), so `S:\\notulen` is a backslash
# and then an n.
# Seen (Node 20.20 and 26.10, 1 December 2026): a backslash, a new line and "otulen". Only before n and N: S:\verslag is right. And
# of a text that is all between quotation marks these are gone, as if it were a parameter. ical.js reads the three right.
# Around it: no backslash before an n; a slash in its place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent node-ical@0.27.2 ical.js@2.2.1
cat > read.js <<'JS'
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const toCalendar = (text) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20261201T090000Z',
    'DTSTART:20261207T080000Z',
    'SUMMARY:Overleg',
    `DESCRIPTION:${text}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const readers = {
  'node-ical': (ics) =>
    Object.values(nodeIcal.sync.parseICS(ics)).find(({ type }) => type === 'VEVENT').description,
  'ical.js': (ics) =>
    new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent('vevent').getFirstPropertyValue('description'),
};
const seen = Object.entries(readers).flatMap(([name, read]) =>
  [String.raw`S:\\notulen`, String.raw`S:\\verslag`, '"Samen sterk"'].map((text) => `${name}: ${JSON.stringify(read(toCalendar(text)))}`),
);
console.log(seen.join('\n'));
const was = [
  String.raw`node-ical: "S:\\\notulen"`,
  String.raw`node-ical: "S:\\verslag"`,
  'node-ical: "Samen sterk"',
  String.raw`ical.js: "S:\\notulen"`,
  String.raw`ical.js: "S:\\verslag"`,
  String.raw`ical.js: "\"Samen sterk\""`,
];
process.exit(seen.join('\n') === was.join('\n') ? 0 : 1);
JS
node read.js
