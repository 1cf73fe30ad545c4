#!/usr/bin/env bash
# js-feel 1.4.7, "FEEL based on DMN specification conformance level 3".
#
# Does: evaluates examples that stand in the standard itself (DMN 1.1, 10.3.4: tables of built-in functions).
# Expected: what the tables say.
# Seen (Node 20.20, 30 November 2026): a value, without an error, that is another one. `remove` of one item removes those before it
# as well, lists that are joined have an item more, "substring from 3" is empty, `index of` stops at the first, a number that is
# rounded is text, and rounded up where the standard rounds to even. Many others (`abs`, `append`, `sublist`) are errors, which
# one sees.
# Around it: feelin 8.2.0, which has all of them right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent js-feel@1.4.7 feelin@8.2.0
cat > evaluate.js <<'JS'
import { evaluate } from 'feelin';
import createFeel from 'js-feel';

const { feel } = createFeel();
console.info = () => {};
let failed = 0;
const toText = (value) => JSON.stringify(value);
for (const [expression, expected, was] of [
  ['substring("foobar", 3)', '"obar"', '""'],
  ['substring("foobar", 3, 3)', '"oba"', '"oba"'],
  ['decimal(1 / 3, 2)', '0.33', '"0.33"'],
  ['decimal(1.5, 0)', '2', '"2"'],
  ['decimal(2.5, 0)', '2', '"3"'],
  ['remove([1, 2, 3], 2)', '[1,3]', '[3]'],
  ['concatenate([1, 2], [3])', '[1,2,3]', '[1,2,3,{}]'],
  ['union([1, 2], [2, 3])', '[1,2,3]', '[[1,2],[2,3],{}]'],
  ['insert before([1, 3], 1, 2)', '[2,1,3]', '[]'],
  ['index of([1, 2, 3, 2], 2)', '[2,4]', '1'],
]) {
  const right = toText(evaluate(expression, {}).value);
  const seen = toText(await feel.parse(expression).build({}));
  console.log(`${expression.padEnd(30)} ${seen.padEnd(18)} feelin: ${right}`);
  if (seen !== was || right !== expected) {
    console.log(`  was: ${was}, feelin: ${expected}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node evaluate.js
