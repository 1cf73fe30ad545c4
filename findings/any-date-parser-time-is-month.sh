#!/usr/bin/env bash
# any-date-parser 2.2.4, with the locales nl-NL and da-DK.
#
# Does: reads "1 december 2026 om 14.45 uur".
# Expected: 1 December 2026 at 14:45, or no date. Dutch writes a dot between hours and minutes as well as a colon, the README says
# that every locale of `Intl.DateTimeFormat` is supported, and the list of limitations has no word of it. With a colon it is
# right, and for Danish with a dot too.
# Seen (Node 20.20, 30 November 2026): 1 April 2026. The time is read as a day and a month, in spite of the month that is written
# out, and so a time at half past makes it March, and one at a quarter past January, whatever the hour. Only on the hour the
# date stays as it is, and the time is gone: so a test with "14.00 uur" sees a right day. No error, no `invalid`.
# Around it: make a colon of the dot before it is read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent any-date-parser@2.2.4
cat > read.js <<'JS'
import parser from 'any-date-parser';

let failed = 0;
for (const [locale, text, was] of [
  ['nl-NL', '1 december 2026 om 14:45 uur', '2026-12-1 14:45'],
  ['nl-NL', '1 december 2026 om 14.45 uur', '2026-4-1'],
  ['nl-NL', '1 december 2026 om 9.30 uur', '2026-3-1'],
  ['nl-NL', '1 december 2026 om 16.15 uur', '2026-1-1'],
  ['nl-NL', '1 december 2026 om 16.05 uur', '2026-5-1'],
  ['nl-NL', '1 december 2026 om 14.00 uur', '2026-12-1'],
  ['nl-NL', '1-12-2026 14.45 uur', '2026-12-1'],
  ['da-DK', '1. december 2026 kl. 14.45', '2026-12-1 14:45'],
]) {
  const { year, month, day, hour, minute, invalid } = parser.attempt(text, locale);
  const seen = invalid ?? `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${minute}`}`;
  console.log(`${locale}  ${text.padEnd(32)} ${seen}`);
  if (seen !== was) {
    console.log(`  was: ${was}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node read.js
