#!/usr/bin/env bash
# chrono-node 2.10.3, with its Dutch locale (`chrono.nl`).
#
# Does: reads the day and the time of a meeting from Dutch text, and the same in German and English.
# Expected: the part of the day says which hour is meant: "vanavond om 8 uur" is 20:00, like "heute abend um 8 Uhr" and "tonight at
# 8", which are right here. The README has Dutch among the languages that are supported, and German among those in part.
# Seen (Node 20.20, 30 November 2026, a Monday): the hour is that of the morning, whatever part of the day stands before or
# after it; "vanmiddag om 2 uur" is 02:00, and 12 o'clock at night is noon. "Vanavond" alone is 20:00, so a test with that sees
# nothing.
# (Known in part: pull requests 637 and 651 mended this for other languages, and the first says for Dutch as well.)
# Around it: write 20.00 uur; or ask for the hour by itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent chrono-node@2.10.3
cat > read.js <<'JS'
import * as chrono from 'chrono-node';

const monday = new Date(2026, 10, 30, 10);
const pad = (number) => String(number).padStart(2, '0');
const toText = (date) => `${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:00`;
let failed = 0;
for (const [language, text, was] of [
  ['en', 'tonight at 8', '11-30 20:00'],
  ['de', 'heute abend um 8 Uhr', '11-30 20:00'],
  ['nl', 'vanavond', '11-30 20:00'],
  ['nl', 'vanavond om 8 uur', '11-30 08:00'],
  ['nl', 'vanavond om 20.00 uur', '11-30 20:00'],
  ['en', 'tomorrow afternoon at 2', '12-01 14:00'],
  ['de', 'morgen nachmittag um 2 Uhr', '12-01 14:00'],
  ['nl', 'morgenmiddag om 2 uur', '12-01 02:00'],
  ['nl', "om 2 uur 's middags", '11-30 02:00'],
  ['de', 'um 8 Uhr abends', '11-30 20:00'],
  ['nl', "om 8 uur 's avonds", '11-30 08:00'],
  ['nl', "12 uur 's nachts", '11-30 12:00'],
]) {
  const seen = toText(chrono[language].parseDate(text, monday));
  console.log(`${language}  ${text.padEnd(28)} ${seen}`);
  if (seen !== was) {
    console.log(`  was: ${was}`);
    failed = 1;
  }
}
process.exit(failed);
JS
TZ=Europe/Amsterdam node read.js
