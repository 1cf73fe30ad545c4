#!/usr/bin/env bash
# feelin 8.2.0, the FEEL of DMN tables in JavaScript; and @bpmn-io/feelin 6.1.1, a fork of an older one.
#
# Does: asks `median` of lists of numbers.
# Expected: the number in the middle when they stand in order of size (DMN, 10.3.4.4).
# Seen (Node 20.20, 30 November 2026): they are put in order as texts, in which 10 comes before 2 and -1 before -5. The
# median of 1, 2 and 10 is 10, of 5, 30 and 100 it is 30 (right by luck), of 6, 7, 8 and 10 it is 6.5. Lists in which each
# number has as many digits, such as the usual examples, come out right. `mode` is right, and so is `max`.
# Around it: `sort` with an order of one's own, and the middle of that by its place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent feelin@8.2.0 @bpmn-io/feelin@6.1.1
cat > ask.js <<'JS'
const EXPRESSIONS = [
  ['median([1, 2, 3])', '2'],
  ['median([1, 2, 10])', '10'],
  ['median(5, 30, 100)', '30'],
  ['median([6, 7, 8, 10])', '6.5'],
  ['median([-5, -1, 3])', '-5'],
  ['mode([2, 10, 10, 2, 1])', '[2,10]'],
  ['max([1, 2, 10])', '10'],
  ['sort([1, 2, 10], function(a, b) a < b)[2]', '2'],
];
let failed = 0;
for (const name of ['feelin', '@bpmn-io/feelin']) {
  const { evaluate } = await import(name);
  console.log(name);
  for (const [expression, was] of EXPRESSIONS) {
    const { value, warnings } = evaluate(expression, {});
    const seen = JSON.stringify(value);
    console.log(`  ${expression.padEnd(44)} ${seen}`);
    if (seen !== was || warnings.length > 0) {
      console.log(`    was: ${was}, without warnings`);
      failed = 1;
    }
  }
}
process.exit(failed);
JS
node ask.js
