#!/usr/bin/env bash
# @marcbachmann/cel-js 8.0.0, the Common Expression Language (CEL) in JavaScript.
#
# Does: asks for the day of the year of an instant, `getDayOfYear()` and `getDayOfYear("Europe/Amsterdam")`, on machines that are
# set to different time zones.
# Expected: the same on each. CEL counts from 0, in UTC or in the zone that is given, and knows nothing of the machine.
# Seen (Node 20.20, 30 November 2026): 1 July is day 181 on a machine in UTC, and 180 on one in Amsterdam or New York, for as long
# as it is summer time there; with a zone only in the first hour of the day. So a rule "not before the hundredth day" has
# another answer on a laptop than on the server. In winter, or on a machine in UTC, a test sees nothing. `getMonth`, `getDate`
# and `getDayOfWeek` are right.
# Around it: `getMonth` and `getDate`; or TZ=UTC for the process.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent @marcbachmann/cel-js@8.0.0
cat > ask.js <<'JS'
import { evaluate } from '@marcbachmann/cel-js';

for (const expression of [
  'timestamp("2026-01-01T12:00:00Z").getDayOfYear()',
  'timestamp("2026-07-01T12:00:00Z").getDayOfYear()',
  'timestamp("2026-07-01T12:00:00Z").getDayOfYear("Europe/Amsterdam")',
  'timestamp("2026-07-01T22:30:00Z").getDayOfYear("Europe/Amsterdam")',
  'timestamp("2026-07-01T22:30:00Z").getDate("Europe/Amsterdam")',
  'timestamp("2026-11-30T12:00:00Z").getDayOfYear()',
]) {
  console.log(expression.padEnd(68), String(evaluate(expression, {})));
}
JS
failed=0
look() {
  echo "on a machine in $1"
  TZ=$1 node ask.js | tee seen
  if [ "$(awk '{ print $NF }' seen | paste -sd ' ')" != "$2" ]; then
    echo "  was: $2"
    failed=1
  fi
}
look UTC '0 181 181 182 2 333'
look Europe/Amsterdam '0 180 181 181 2 333'
look America/New_York '0 180 181 181 2 333'
exit $failed
