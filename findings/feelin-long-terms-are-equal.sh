#!/usr/bin/env bash
# feelin 8.2.0, the FEEL of DMN tables in JavaScript; and @bpmn-io/feelin 6.1.1, a fork of an older one.
#
# Does: compares terms in days: as such, as the days between two dates, and as a cell of a decision table.
# Expected: equal when they last as long, which is what DMN says of days and time durations; and of `=`, `<` and `>` one.
# Seen (Node 20.20, 30 November 2026): once the left one is longer than 180 days, terms that differ by less than a month are
# equal, so 200 days are 201 days and also less than those, without a warning. From 1 January to 30 November are 340 days
# (it is 333), while `>=` says no. A row for 365 days is taken for 370. Up to 180 days it is right, so a test with a short
# term sees nothing. `=` counts everything longer in months; `<` and `>` go by the length.
# Around it: compare numbers, `(date - date).days = 340`, which is 0 in the fork; or `a >= b and a <= b`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent feelin@8.2.0 @bpmn-io/feelin@6.1.1
cat > compare.js <<'JS'
const YEAR_SO_FAR = 'date("2026-11-30") - date("2026-01-01")';
const EXPRESSIONS = [
  ['duration("P180D") = duration("P181D")', false],
  ['duration("P200D") = duration("P201D")', true],
  ['duration("P200D") < duration("P201D")', true],
  [`${YEAR_SO_FAR} = duration("P340D")`, true],
  [`${YEAR_SO_FAR} >= duration("P340D")`, false],
  [`${YEAR_SO_FAR} = duration("P333D")`, true],
];
let failed = 0;
function check(what, seen, was) {
  console.log(what.padEnd(64), seen);
  if (seen !== was) {
    console.log(`  was: ${was}`);
    failed = 1;
  }
}
for (const [name, days] of [
  ['feelin', 333],
  ['@bpmn-io/feelin', 0],
]) {
  const { evaluate, unaryTest } = await import(name);
  console.log(name);
  for (const [expression, was] of EXPRESSIONS) {
    const { value, warnings } = evaluate(expression, {});
    check(expression, value, was);
    check('  warnings', warnings.length, 0);
  }
  const term = evaluate('duration("P370D")', {}).value;
  check('a row for 365 days, asked for 370', unaryTest('duration("P365D")', { '?': term }).value, true);
  check(`(${YEAR_SO_FAR}).days`, evaluate(`(${YEAR_SO_FAR}).days`, {}).value, days);
}
process.exit(failed);
JS
node compare.js
