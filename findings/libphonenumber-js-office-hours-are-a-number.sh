#!/usr/bin/env bash
# libphonenumber-js 1.13.16
#
# Does: looks for phone numbers in a line of contact details that also says when one can call.
# Expected: the phone number, and no more. Hours are no number, and Dutch writes them with dots.
# Seen (Node 20.20 and 24.21, 1 December 2026): "9.00-17.00" is the valid number 0900-1700, of which `getType()` says that it
# costs extra, and "8.00-12.00" is 0800-1200, which is free and somebody else's. So with `/max`; the smaller metadata, which one
# gets without, make a number of "8.30-12.30" too. Hours that begin otherwise, "9:00" and "9.00 tot 17.00" are left alone, so a
# test with another line sees nothing. Of these hours another port of the same matcher takes only "09.00 - 17.00", which begins
# with a 0, for a number (python3-phonenumbers 8.12.57, Debian 12).
# Around it: leave a number out whose digits in the text do not begin with 0 or +, and hours with a 0 by a pattern of one's own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent libphonenumber-js@1.13.16
cat > look.js <<'JS'
import { findPhoneNumbersInText as findWithLess } from 'libphonenumber-js';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';

const LINES = [
  ['Bel 053-1234567, van 9.00 tot 17.00 uur', '+31531234567', '+31531234567'],
  ['Bel 053-1234567 (10.00-16.00 uur)', '+31531234567', '+31531234567'],
  ['Bel 053-1234567 (9:00-17:00 uur)', '+31531234567', '+31531234567'],
  ['Bel 053-1234567 (9.00-17.00 uur)', '+31531234567 +319001700 PREMIUM_RATE', '+31531234567 +319001700'],
  ['Bel 053-1234567 (09.00 - 17.00 uur)', '+31531234567 +319001700 PREMIUM_RATE', '+31531234567 +319001700'],
  ['Bel 053-1234567 (8.00-12.00 uur)', '+31531234567 +318001200 TOLL_FREE', '+31531234567 +318001200'],
  ['Bel 053-1234567 (8.30-12.30 uur)', '+31531234567', '+31531234567 +318301230'],
];
const KINDS = ['PREMIUM_RATE', 'TOLL_FREE'];
const tell = ({ number }) => [number.number, ...KINDS.filter((kind) => kind === number.getType())];
let failed = 0;
for (const [line, ...was] of LINES) {
  const seen = [findPhoneNumbersInText, findWithLess].map((find) => find(line, 'NL').flatMap(tell).join(' '));
  console.log(line.padEnd(42), seen.join(' | '));
  if (seen.join() !== was.join()) {
    console.log(`  was: ${was.join(' | ')}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node look.js
