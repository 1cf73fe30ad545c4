#!/usr/bin/env bash
# @gorules/zen-engine 0.54.0, decision tables and the expression language ZEN.
#
# Does: asks in a decision table whether somebody is 18: `d(born).add(18, "y").isSameOrBefore(today)`.
# Expected: yes, from 2022 on, for who was born on 29 February 2004. 18 years later is 28 February (java.time, Temporal) or
# 1 March (`setFullYear`), but a day; and `add(216, "M")`, which are as many months, says 28 February 2022.
# Seen (Node 20.20, 30 November 2026): from 29 February to a year without one is "Invalid date". That is a value, not an error:
# it is neither before nor after any day, so the row for adults is passed over without a word, on every day to come, and who was
# born a day earlier or later is right. `sub` does the same on 29 February itself, for whoever asks on that day. So does
# `set("month", 2)` on the 31st, and a day more that comes out in the hour that is there twice when summer time ends.
# Around it: count in months (`add(216, "M")`), or ask `d(today).diff(born, "year") >= 18`, which is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent @gorules/zen-engine@0.54.0
cat > ask.js <<'JS'
import { evaluateExpression, ZenEngine } from '@gorules/zen-engine';

const at = { x: 0, y: 0 };
const table = {
  hitPolicy: 'first',
  inputs: [{ id: 'adult', name: 'Adult', field: 'd(born).add(18, "y").isSameOrBefore(today)' }],
  outputs: [{ id: 'for', name: 'For', field: 'for' }],
  rules: [
    { _id: '1', adult: 'true', for: '"adults"' },
    { _id: '2', adult: '', for: '"children"' },
  ],
};
const decision = new ZenEngine().createDecision({
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: at },
    { id: 'table', name: 'table', type: 'decisionTableNode', position: at, content: table },
    { id: 'out', name: 'out', type: 'outputNode', position: at },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
  ],
});

let failed = 0;
function check(what, seen, was) {
  console.log(what.padEnd(66), seen);
  if (seen !== was) {
    console.log(`  was: ${was}`);
    failed = 1;
  }
}
for (const [born, was] of [
  ['2004-02-28', 'adults'],
  ['2004-02-29', 'children'],
  ['2004-03-01', 'adults'],
]) {
  for (const today of ['2026-11-30', '2060-01-01']) {
    const { result } = await decision.evaluate({ born, today });
    check(`born on ${born}, asked on ${today}`, result.for, was);
  }
}
for (const [expression, was] of [
  ['d("2004-02-29").add(18, "y")', 'Invalid date'],
  ['d("2004-02-29").add(216, "M")', '2022-02-28T00:00:00Z'],
  ['d("2004-02-29").add(18, "y").isBefore("2026-11-30")', false],
  ['d("2004-02-29").add(18, "y").isAfter("2026-11-30")', false],
  ['d("2026-11-30").diff("2004-02-29", "year")', 22],
  ['d("2028-02-29").sub(18, "y")', 'Invalid date'],
  ['d("2026-01-31").add(1, "M")', '2026-02-28T00:00:00Z'],
  ['d("2026-01-31").set("month", 2)', 'Invalid date'],
  ['d("2026-10-24 02:30", "Europe/Amsterdam").add(1, "d")', 'Invalid date'],
]) {
  check(expression, await evaluateExpression(expression, {}), was);
}
process.exit(failed);
JS
node ask.js
