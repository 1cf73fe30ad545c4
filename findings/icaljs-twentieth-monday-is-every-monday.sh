#!/usr/bin/env bash
# ical.js 2.2.1; beside it rrule 2.8.1.
#
# Does: tells the dates of rules for the nth Monday of the year. One of them is an example of the standard: "Every 20th Monday of
# the year, forever" (RFC 5545, 3.8.5.3).
# Expected: one date a year, as rrule has it: 18 May 2026, 17 May 2027, 15 May 2028.
# Seen (Node 20.20 and 24.21, 1 December 2026): of a number with two digits the last one is taken. The 21st Monday is the first, the
# 19th the ninth, and the 20th, the "0th" then, is every Monday. `toString()` of the same rule still says 19, 20 and 21.
# Thunderbird reads calendars with ical.js.
# Around it: BYMONTH and the number within the month, where that says the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent ical.js@2.2.1 rrule@2.8.1
cat > read.js <<'JS'
import ICAL from 'ical.js';
import rrule from 'rrule';

function read(rule) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString('2026-01-01T09:00:00'));
  return [0, 1, 2].map(() => iterator.next().toString().slice(0, 10)).join(' ');
}

const readWithOther = (rule) =>
  rrule
    .rrulestr(`DTSTART:20260101T090000Z\nRRULE:${rule};COUNT=3`)
    .all()
    .map((time) => time.toISOString().slice(0, 10))
    .join(' ');

const DAYS = [
  ['9MO', '2026-03-02 2027-03-01 2028-02-28', '2026-03-02 2027-03-01 2028-02-28'],
  ['19MO', '2026-03-02 2027-03-01 2028-02-28', '2026-05-11 2027-05-10 2028-05-08'],
  ['20MO', '2026-01-05 2026-01-12 2026-01-19', '2026-05-18 2027-05-17 2028-05-15'],
  ['21MO', '2026-01-05 2027-01-04 2028-01-03', '2026-05-25 2027-05-24 2028-05-22'],
];
let failed = 0;
for (const [day, ...was] of DAYS) {
  const rule = `FREQ=YEARLY;BYDAY=${day}`;
  const seen = [read(rule), readWithOther(rule)];
  console.log(day.padEnd(5), `ical.js ${seen[0]} | rrule ${seen[1]}`, '|', ICAL.Recur.fromString(rule).toString());
  if (seen.join() !== was.join()) {
    console.log(`  was: ${was.join(' | ')}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node read.js
