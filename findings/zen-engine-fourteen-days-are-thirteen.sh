#!/usr/bin/env bash
# @gorules/zen-engine 0.54.0, decision tables and the expression language ZEN.
#
# Does: counts a term of fourteen days from 20 October 2026, in the time of Amsterdam: `d("2026-10-20", zone).add(14, "d")`.
# Expected: 3 November 2026, at the same time of day. In calendars a day is one of the calendar (RFC 5545, 3.3.6), also where it
# has 23 or 25 hours since the clock is changed. `.add(1, "M")` and `.diff` here do go by the calendar: from 20 October to
# 3 November are 14 days.
# Seen (Node 20.20, 30 November 2026): `add` and `sub` take a day for 24 hours and a week for 168. Over the end of summer time
# the term ends on 2 November at 23:00: `isSame(..., "day")` with the 3rd is false, and a referral on the last day is late. Over the
# beginning of summer time it is the other way round. With a time by day (09:00) the day is right and the hour is not, so a
# test with such a time, or in summer, sees nothing.
# Around it: days without a zone (`d("2026-10-20")`, which is UTC), or `.diff(..., "day") <= 14`, which is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent @gorules/zen-engine@0.54.0
cat > count.js <<'JS'
import { evaluateExpression } from '@gorules/zen-engine';

let failed = 0;
for (const [expression, was] of [
  ['d("2026-10-20", zone).add(14, "d")', '2026-11-02T23:00:00+01:00'],
  ['d("2026-10-20", zone).add(2, "w")', '2026-11-02T23:00:00+01:00'],
  ['d("2026-10-20", zone).add(14, "d").isSame(d("2026-11-03", zone), "day")', false],
  ['d("2026-11-03", zone).diff(d("2026-10-20", zone), "day")', 14],
  ['d("2026-10-20", zone).add(1, "M")', '2026-11-20T00:00:00+01:00'],
  ['d("2026-10-20 09:00", zone).add(14, "d")', '2026-11-03T08:00:00+01:00'],
  ['d("2026-10-20").add(14, "d")', '2026-11-03T00:00:00Z'],
  ['d("2026-03-20", zone).add(14, "d")', '2026-04-03T01:00:00+02:00'],
  ['d("2026-03-20 23:30", zone).add(14, "d")', '2026-04-04T00:30:00+02:00'],
  ['d("2026-04-03", zone).sub(14, "d")', '2026-03-19T23:00:00+01:00'],
]) {
  const seen = await evaluateExpression(expression, { zone: 'Europe/Amsterdam' });
  console.log(expression.padEnd(74), seen);
  if (seen !== was) {
    console.log(`  was: ${was}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node count.js
