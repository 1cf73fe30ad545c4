#!/usr/bin/env bash
# rools 2.3.0, a rule engine that goes on with what its rules found.
#
# Does: lets a first rule set a fact, and others ask for it: is it there (`'tafel' in facts`), has it a value, is it a key.
# Expected: all of them say yes once the first rule has fired. The README has it that after a change the premises that the change
# affects are asked again, and that a premise is any function; it does not say in which ways one may ask.
# Seen (Node 20.20 and 26.10, 1 December 2026): only the one that reads the value. A condition with `in`, `Object.hasOwn` or
# `Object.keys` is asked at the start and never again, so its rule does not fire, although it holds in the facts that come out.
# It does fire when the condition reads the fact before it asks so (not after, as in `'tafel' in facts && facts.tafel === …`), and when
# the fact was there from the start.
# Around it: read the value: `facts.tafel !== undefined`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "commonjs" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent rools@2.3.0
cat > ask.js <<'JS'
const { Rools, Rule } = require('rools');

const WAYS = {
  value: (facts) => facts.tafel !== undefined,
  in: (facts) => 'tafel' in facts,
  hasOwn: (facts) => Object.hasOwn(facts, 'tafel'),
  keys: (facts) => Object.keys(facts).includes('tafel'),
  'in and value': (facts) => 'tafel' in facts && facts.tafel === 'oost',
  'value and in': (facts) => facts.tafel === 'oost' && 'tafel' in facts,
};

/** The ways in which a rule that asks for the fact fires. */
async function fire(facts) {
  const fired = [];
  const engine = new Rools({ logging: { error: false, debug: false } });
  const first = new Rule({
    name: 'first',
    when: (known) => known.gemeente === 'Enschede' && known.tafel === undefined,
    then: (known) => {
      known.tafel = 'oost';
    },
  });
  const others = Object.entries(WAYS).map(
    ([name, when]) => new Rule({ name, when, then: () => void fired.push(name) }),
  );
  await engine.register([first, ...others]);
  await engine.evaluate(facts);
  const holds = Object.keys(WAYS).filter((name) => WAYS[name](facts));
  return { fired: fired.sort().join(', '), holds: holds.sort().join(', ') };
}

(async () => {
  const all = Object.keys(WAYS).sort().join(', ');
  const known = await fire({ gemeente: 'Enschede', tafel: 'oost' });
  const found = await fire({ gemeente: 'Enschede' });
  console.log('there from the start, fired: ', known.fired);
  console.log('set by a rule, holds after:  ', found.holds);
  console.log('set by a rule, fired:        ', found.fired);
  const same = known.fired === all && found.holds === all && found.fired === process.argv[2];
  if (!same) console.log(`was: all, all, and ${process.argv[2]}`);
  process.exit(same ? 0 : 1);
})();
JS
node ask.js 'value, value and in'
