#!/usr/bin/env bash
# vcf 2.1.2; beside it vcard4 4.0.5.
#
# Does: writes a vCard with a note of two lines, and reads one.
# Expected: `\n` in the file between the two lines, and a comma as `\,` (RFC 6350, 3.4); and when it is read, a new line and a comma.
# Seen (Node 20.20 and 26.10, 1 December 2026): written, the new line is gone and nothing stands in its place, so that "nooit" and
# "na" become one word; commas are not escaped. Read, the note of a right card keeps its backslashes. Read and
# written it stays as it is, so a test that does both sees nothing. vcard4 reads the same card right.
# Around it: escape by hand before it is set, and take it back after it is got.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent vcf@2.1.2 vcard4@4.0.5
cat > read.js <<'JS'
import { parse } from 'vcard4';
import VCard from 'vcf';

const card = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:Loket',
  String.raw`NOTE:Bel eerst\, nooit\nna vijf uur`,
  'END:VCARD',
  '',
].join('\r\n');
const [read] = VCard.parse(card);
const fresh = new VCard();
fresh.set('fn', 'Loket');
fresh.set('note', 'Bel eerst, nooit\nna vijf uur');
const toNote = (text) => text.split(/\r?\n/).find((line) => line.startsWith('NOTE'));

const seen = {
  written: toNote(fresh.toString('4.0')),
  read: read.get('note').valueOf(),
  'read and written': toNote(read.toString('4.0')),
  'read by vcard4': parse(card).getProperty('NOTE')[0].value,
};
console.log(seen);
const was = [
  'NOTE:Bel eerst, nooitna vijf uur',
  String.raw`Bel eerst\, nooit\nna vijf uur`,
  String.raw`NOTE:Bel eerst\, nooit\nna vijf uur`,
  'Bel eerst, nooit\nna vijf uur',
];
process.exit(Object.values(seen).join('\t') === was.join('\t') ? 0 : 1);
JS
node read.js
