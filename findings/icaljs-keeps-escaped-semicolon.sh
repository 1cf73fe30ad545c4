#!/usr/bin/env bash
# ical.js 2.2.1
#
# Does: reads a vCard 4.0 with `\;` in a text of one part (NOTE).
# Expected: a semicolon. "SEMICOLON characters in non-compound properties MAY be escaped" (RFC 6350, 3.4), and \, and \n in
# the same value are unescaped.
# Seen (Node 20.20, November 2026): the backslash stays in the text. Thunderbird reads cards with ical.js.
# Around it: no semicolons in such a text; a plain one ends the text in Evolution (libebook-contacts 3.46).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent ical.js@2.2.1
cat > read.js <<'JS'
import ICAL from 'ical.js';

const card = ['BEGIN:VCARD', 'VERSION:4.0', 'FN:x', String.raw`NOTE:a\; b\, c\nd`, 'END:VCARD', ''].join('\r\n');
const note = new ICAL.Component(ICAL.parse(card)).getFirstPropertyValue('note');
console.log(JSON.stringify(note));
process.exit(note === 'a\\; b, c\nd' ? 0 : 1);
JS
node read.js
