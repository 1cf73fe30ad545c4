#!/usr/bin/env bash
# libphonenumber-js 1.13.16
#
# Does: looks for phone numbers in a line that has two of them, as a line of contact details has, with a comma, a semicolon or
# a word between.
# Expected: both. `findPhoneNumbersInText` is, says its documentation, a port of Google's matcher, and another port of that
# finds all numbers of these lines, without an extension (python3-phonenumbers 8.12.57, Debian 12).
# Seen (Node 20.20, 30 November 2026): after a comma or a semicolon the first digits of the second number are the extension of
# the first, and the second is not found. "053-1234567, 0800-1234" is one number, with `tel:+31531234567;ext=0800` to call
# it by. The extension stops in the middle of a number when that has ten digits. Behind "053-1234567, 12 uur" it is 12.
# "14 053, 053-1234567" is 14 053 with extension 053. With a word or a bar between, or numbers with +31, both are found.
# Around it: cut the text at commas and semicolons first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent libphonenumber-js@1.13.16
cat > look.js <<'JS'
import { findPhoneNumbersInText } from 'libphonenumber-js/max';

const LINES = [
  ['053-1234567 of 0800-1234', 'tel:+31531234567 tel:+318001234'],
  ['053-1234567 | 0800-1234', 'tel:+31531234567 tel:+318001234'],
  ['+31531234567, +318001234', 'tel:+31531234567 tel:+318001234'],
  ['053-1234567, 0800-1234', 'tel:+31531234567;ext=0800'],
  ['053-1234567; 0800-1234', 'tel:+31531234567;ext=0800'],
  ['0531234567, 0741234567', 'tel:+31531234567;ext=074123456'],
  ['14 053, 053-1234567', 'tel:+3114053;ext=053'],
  ['053-1234567, 12 uur', 'tel:+31531234567;ext=12'],
];
let failed = 0;
for (const [line, was] of LINES) {
  const seen = findPhoneNumbersInText(line, 'NL')
    .map(({ number }) => number.getURI())
    .join(' ');
  console.log(line.padEnd(28), seen);
  if (seen !== was) {
    console.log(`  was: ${was}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node look.js
