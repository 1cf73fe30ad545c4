#!/usr/bin/env bash
# openapi-sampler 1.7.10, which makes the example bodies in Redoc and other pages about an API; beside it ajv 8.17.1, which judges them.
#
# Does: makes an example of "a text or nothing", as OpenAPI 3.1 has it: `anyOf` of a string and null.
# Expected: an example that the schema allows: a text, or null. Its README lists `anyOf` and `oneOf` among what is supported.
# Seen (Node 20.20 and 26.10, 1 December 2026): with the text first it is a text; with null first it is `{}`, an empty object, which
# the schema refuses. The same with `oneOf`, and in a list. `type: [null, string]` is null, and right.
# Around it: put null last in `anyOf` and `oneOf`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "commonjs" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent openapi-sampler@1.7.10 ajv@8.17.1
cat > make.js <<'JS'
const { sample } = require('openapi-sampler');
const Ajv = require('ajv/dist/2020');

const TEXT = { type: 'string' };
const NOTHING = { type: 'null' };
const SCHEMAS = [
  [TEXT, '"string"', true],
  [NOTHING, 'null', true],
  [{ type: ['null', 'string'] }, 'null', true],
  [{ anyOf: [TEXT, NOTHING] }, '"string"', true],
  [{ anyOf: [NOTHING, TEXT] }, '{}', false],
  [{ oneOf: [NOTHING, { type: 'integer' }] }, '{}', false],
  [{ type: 'array', items: { anyOf: [NOTHING, TEXT] } }, '[{}]', false],
];
const ajv = new Ajv();
let failed = 0;
for (const [schema, was, wasAllowed] of SCHEMAS) {
  const example = sample(schema);
  const seen = JSON.stringify(example);
  const allowed = ajv.validate(schema, example);
  console.log(JSON.stringify(schema).padEnd(74), seen.padEnd(8), allowed ? 'allowed' : 'refused');
  if (seen !== was || allowed !== wasAllowed) {
    console.log(`  was: ${was}, ${wasAllowed ? 'allowed' : 'refused'}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node make.js
