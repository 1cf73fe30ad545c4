#!/usr/bin/env bash
# ical.js 2.2.1; beside it rrule 2.8.1 and rrule-temporal 2.2.8.
#
# Does: tells the dates of a meeting on the nth weekday: on the second Tuesday of each month at two times, and on the 20th Monday of
# the year, an example of the standard ("Every 20th Monday of the year, forever", RFC 5545, 3.8.5.3).
# Expected: the number before a day is "the nth occurrence of a specific day within the MONTHLY or YEARLY "RRULE"", and BYHOUR
# expands a monthly rule: more times on the same days (RFC 5545, 3.3.10). The other two say so.
# Seen (Node 20.20, 24.21 and 26, 1 December 2026):
# - with two times, a third one on the first of each next month, a Sunday as well, at the second time. It counts for COUNT, so the
#   real ones end sooner. The same with half hours (BYMINUTE) and with the last Friday; right with one time, with a day of the month
#   (BYMONTHDAY) and in a weekly rule;
# - of a number with two digits the last one is taken. The 21st Monday is the first, the 19th the ninth, and the 20th, the "0th" then,
#   is every Monday. `toString()` of the same rule still says 19, 20 and 21.
# Thunderbird reads calendars with ical.js.
# Around it: a rule for each time; BYMONTH and the number within the month, where that says the same.
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

/** Each reader tells the first so many times of a rule, as text that begins with date and time. */
const READERS = {
  'ical.js'(rule, start, many) {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
    return Array.from({ length: many }, () => iterator.next().toString());
  },
  rrule: (rule, start, many) =>
    rrule.rrulestr(asText(rule, start, many)).all().map((time) => time.toISOString()),
  'rrule-temporal': (rule, start, many) =>
    new RRuleTemporal({ rruleString: asText(rule, start, many) }).all().map((time) => time.toInstant().toString()),
};

const asText = (rule, start, many) => `DTSTART:${start.replace(/[-:]/g, '')}Z\nRRULE:${rule};COUNT=${many}`;

const GROUPS = [
  {
    start: '2026-01-13T09:00:00',
    many: 4,
    tell: (text) => `${text.slice(5, 10)} ${text.slice(11, 16)}`,
    rules: [
      ['FREQ=MONTHLY;BYDAY=2TU', '01-13 09:00, 02-10 09:00, 03-10 09:00, 04-14 09:00'],
      ['FREQ=MONTHLY;BYMONTHDAY=13;BYHOUR=9,14', '01-13 09:00, 01-13 14:00, 02-13 09:00, 02-13 14:00'],
      [
        'FREQ=MONTHLY;BYDAY=2TU;BYHOUR=9,14',
        '01-13 09:00, 01-13 14:00, 02-10 09:00, 02-10 14:00',
        '01-13 09:00, 01-13 14:00, 02-01 14:00, 02-10 09:00',
      ],
      [
        'FREQ=MONTHLY;BYDAY=2TU;BYMINUTE=0,30',
        '01-13 09:00, 01-13 09:30, 02-10 09:00, 02-10 09:30',
        '01-13 09:00, 01-13 09:30, 02-01 09:30, 02-10 09:00',
      ],
      [
        'FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9,14',
        '01-30 09:00, 01-30 14:00, 02-27 09:00, 02-27 14:00',
        '01-30 09:00, 01-30 14:00, 02-01 14:00, 02-27 09:00',
      ],
    ],
  },
  {
    start: '2026-01-01T09:00:00',
    many: 3,
    tell: (text) => text.slice(0, 10),
    rules: [
      ['FREQ=YEARLY;BYDAY=9MO', '2026-03-02, 2027-03-01, 2028-02-28'],
      ['FREQ=YEARLY;BYDAY=19MO', '2026-05-11, 2027-05-10, 2028-05-08', '2026-03-02, 2027-03-01, 2028-02-28'],
      ['FREQ=YEARLY;BYDAY=20MO', '2026-05-18, 2027-05-17, 2028-05-15', '2026-01-05, 2026-01-12, 2026-01-19'],
      ['FREQ=YEARLY;BYDAY=21MO', '2026-05-25, 2027-05-24, 2028-05-22', '2026-01-05, 2027-01-04, 2028-01-03'],
    ],
  },
];
let failed = 0;
for (const { start, many, tell, rules } of GROUPS)
  for (const [rule, right, byIcal = right] of rules) {
    console.log(rule, '| ical.js writes', ICAL.Recur.fromString(rule).toString());
    for (const [reader, read] of Object.entries(READERS)) {
      const seen = read(rule, start, many).map(tell).join(', ');
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
