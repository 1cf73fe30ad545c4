#!/usr/bin/env bash
# ical.js 2.2.1; beside it rrule 2.8.1 and rrule-temporal 2.2.8.
#
# Does: tells the dates of a meeting on the second Tuesday of each month at two times, in the morning and in the afternoon.
# Expected: two a month, both on that Tuesday. The number before a day is "the nth occurrence of a specific day within the MONTHLY
# or YEARLY "RRULE"", and BYHOUR expands a monthly rule: more times on the same days (RFC 5545, 3.3.10). The others say so.
# Seen (Node 20.20 and 24.21, 1 December 2026): a third one on the first of each next month, a Sunday as well, at the second time.
# It counts for COUNT, so the real ones end sooner. The same with half hours (BYMINUTE) and with the last Friday; right with one
# time, with a day of the month (BYMONTHDAY) and in a weekly rule. Thunderbird reads calendars with ical.js.
# Around it: a rule for each time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent ical.js@2.2.1 rrule@2.8.1 rrule-temporal@2.2.8
cat > read.js <<'JS'
import ICAL from 'ical.js';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';

const tell = (text) => `${text.slice(5, 10)} ${text.slice(11, 16)}`;

const READERS = {
  'ical.js'(rule) {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString('2026-01-13T09:00:00'));
    const times = [];
    for (let time = iterator.next(); time; time = iterator.next()) times.push(time.toString());
    return times;
  },
  rrule: (rule) => rrule.rrulestr(`DTSTART:20260113T090000Z\nRRULE:${rule}`).all().map((time) => time.toISOString()),
  'rrule-temporal': (rule) =>
    new RRuleTemporal({ rruleString: `DTSTART:20260113T090000Z\nRRULE:${rule}` })
      .all()
      .map((time) => time.toInstant().toString()),
};

const RULES = [
  ['FREQ=MONTHLY;BYDAY=2TU;COUNT=3', '01-13 09:00, 02-10 09:00, 03-10 09:00'],
  ['FREQ=MONTHLY;BYMONTHDAY=13;BYHOUR=9,14;COUNT=4', '01-13 09:00, 01-13 14:00, 02-13 09:00, 02-13 14:00'],
  [
    'FREQ=MONTHLY;BYDAY=2TU;BYHOUR=9,14;COUNT=4',
    '01-13 09:00, 01-13 14:00, 02-10 09:00, 02-10 14:00',
    '01-13 09:00, 01-13 14:00, 02-01 14:00, 02-10 09:00',
  ],
  [
    'FREQ=MONTHLY;BYDAY=2TU;BYMINUTE=0,30;COUNT=4',
    '01-13 09:00, 01-13 09:30, 02-10 09:00, 02-10 09:30',
    '01-13 09:00, 01-13 09:30, 02-01 09:30, 02-10 09:00',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9,14;COUNT=4',
    '01-30 09:00, 01-30 14:00, 02-27 09:00, 02-27 14:00',
    '01-30 09:00, 01-30 14:00, 02-01 14:00, 02-27 09:00',
  ],
];
let failed = 0;
for (const [rule, right, byIcal = right] of RULES) {
  console.log(rule);
  for (const [reader, read] of Object.entries(READERS)) {
    const seen = read(rule).map(tell).join(', ');
    console.log(`  ${reader.padEnd(15)} ${seen}`);
    const was = reader === 'ical.js' ? byIcal : right;
    if (seen !== was) {
      console.log(`    was: ${was}`);
      failed = 1;
    }
  }
}
process.exit(failed);
JS
node read.js
