#!/usr/bin/env bash
# feelin 8.2.0, the FEEL of DMN tables in JavaScript; and @bpmn-io/feelin 6.1.1, a fork of an older one.
#
# Does: asks whether a value of another kind than a number lies between two numbers, as a cell of a decision table does.
# Expected: never yes. FEEL has an order for values of the same kind only; to compare others is null (DMN, on comparison in FEEL).
# Seen (Node 20.20 and 26.10, 1 December 2026): a text is taken for a number as JavaScript does it, without a warning. "18" fits
# [18..65]; an empty text, and `false`, fit [0..5], so a row for "0 to 5" is chosen for who typed nothing. The same with >= and
# `between`. With = both keep to the standard: "18" = 18 is null and the cell `18` does not fit "18". null fits nothing.
# Another open report is about a date beside a text, which is false where it should be null (nikku/feelin issue 154).
# Around it: make numbers of texts, and null of an empty one, before they go into the table.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent feelin@8.2.0 @bpmn-io/feelin@6.1.1
cat > ask.js <<'JS'
const CELLS = [
  ['[0..5]', 3, true],
  ['[0..5]', null, false],
  ['[0..5]', '', true],
  ['[0..5]', false, true],
  ['[18..65]', '18', true],
  ['>= 18', '18', true],
  ['18', '18', false],
];
const EXPRESSIONS = [
  ['"18" between 18 and 65', true],
  ['"18" = 18', null],
  ['"" = 0', null],
];
let failed = 0;

function show(what, { value, warnings }, was) {
  console.log(`  ${what.padEnd(24)} ${value}`);
  if (value === was && warnings.length === 0) return;
  console.log(`    was: ${was}, without warnings, and is ${JSON.stringify({ value, warnings })}`);
  failed = 1;
}

for (const name of ['feelin', '@bpmn-io/feelin']) {
  const { evaluate, unaryTest } = await import(name);
  console.log(name);
  for (const [cell, value, was] of CELLS)
    show(`${JSON.stringify(value)} in cell ${cell}`, unaryTest(cell, { '?': value }), was);
  for (const [expression, was] of EXPRESSIONS) show(expression, evaluate(expression, {}), was);
}
process.exit(failed);
JS
node ask.js
