#!/usr/bin/env bash
# json-logic-engine 5.0.7, with json-logic-js 2.0.5 beside it.
#
# Does: asks whether all appointments of a case were kept, when nobody said which there are: interpreted (`run`) and
# compiled (`build`), which the package offers for speed.
# Expected: no, both times. `all` of an empty list is false in JsonLogic, and for json-logic-js so is one that is missing.
# Seen (Node 20.20, 30 November 2026): `run` says no and `build` says yes, so a rule changes its answer when it is compiled, and
# what nobody knows meets it. With an empty list both say no; `some`, `none`, `filter` and `map` agree. Also in AsyncLogicEngine.
# Besides, both say that an answer that is not there equals false (`==`), where json-logic-js, as JavaScript, says that it does
# not: "no danger" for a question that was not asked.
# Around it: `{ var: ["kept", []] }`, so that what is missing is an empty list; and `===`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent json-logic-engine@5.0.7 json-logic-js@2.0.5
cat > ask.js <<'JS'
import { AsyncLogicEngine, LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';

const engine = new LogicEngine();
const asyncEngine = new AsyncLogicEngine();
const WAYS = {
  'json-logic-js': (rule, data) => jsonLogic.apply(rule, data),
  run: (rule, data) => engine.run(rule, data),
  build: (rule, data) => engine.build(rule)(data),
  'async run': (rule, data) => asyncEngine.run(rule, data),
  'async build': async (rule, data) => (await asyncEngine.build(rule))(data),
};
const kept = (list) => ({ all: [list, { '===': [{ var: '' }, 'kept'] }] });
let failed = 0;
for (const [rule, data, was] of [
  [kept({ var: 'appointments' }), { appointments: ['kept', 'kept'] }, 'true true true true true'],
  [kept({ var: 'appointments' }), { appointments: [] }, 'false false false false false'],
  [kept({ var: 'appointments' }), {}, 'false false true false true'],
  [kept({ var: 'appointments' }), { appointments: null }, 'false false true false true'],
  [kept({ var: ['appointments', []] }), {}, 'false false false false false'],
  [{ '==': [{ var: 'danger' }, false] }, {}, 'false true true true true'],
  [{ '===': [{ var: 'danger' }, false] }, {}, 'false false false false false'],
]) {
  console.log(`${JSON.stringify(rule)}  ${JSON.stringify(data)}`);
  const seen = [];
  for (const [name, ask] of Object.entries(WAYS)) {
    seen.push(String(await ask(rule, data)));
    console.log(`  ${name.padEnd(14)} ${seen.at(-1)}`);
  }
  if (seen.join(' ') !== was) {
    console.log(`  was: ${was}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node ask.js
