#!/usr/bin/env bash
# ical-generator 11.1.2; read by ical.js 2.2.1 and node-ical 0.27.2.
#
# Does: writes a meeting with the address of a map in `url` and in `attachments`. Such an address has commas.
# Expected: the address as it is. URL and ATTACH hold a URI, and "No additional content value encoding (i.e., BACKSLASH
# character encoding, see Section 3.3.11) is defined for this value type" (RFC 5545, 3.3.13).
# Seen (Node 20.20, November 2026): a backslash before each comma and semicolon, as in a text. ical.js keeps to the RFC and
# hands the backslashes on, and a browser makes slashes of them: another place. Thunderbird reads calendars with ical.js.
# node-ical takes the backslashes out, so a test that reads back with it sees nothing wrong.
# Around it: `%2C` and `%3B` in the address before it is handed over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent ical-generator@11.1.2 ical.js@2.2.1 node-ical@0.27.2
cat > write.js <<'JS'
import ICAL from 'ical.js';
import ical from 'ical-generator';
import nodeIcal from 'node-ical';

const url = 'https://maps.example.org/@52.22,6.89,17z';
const calendar = ical();
const start = new Date('2026-12-01T09:00:00Z');
calendar.createEvent({ id: '1', start, end: start, summary: 'Overleg', url, attachments: [url] });
const text = calendar.toString();
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
const readByNodeIcal = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT').url.val;
const seen = {
  ...Object.fromEntries(['url', 'attach'].map((name) => [`${name} by ical.js`, String(event.getFirstPropertyValue(name))])),
  'url by node-ical': readByNodeIcal,
  'url in a browser': new URL(event.getFirstPropertyValue('url')).href,
};
console.log({ written: url, ...seen });
const escaped = String.raw`https://maps.example.org/@52.22\,6.89\,17z`;
const was = [escaped, escaped, url, 'https://maps.example.org/@52.22/,6.89/,17z'];
process.exit(Object.values(seen).join(' ') === was.join(' ') ? 0 : 1);
JS
node write.js
