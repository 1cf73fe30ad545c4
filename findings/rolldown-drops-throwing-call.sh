#!/usr/bin/env bash
# rolldown 1.2.19 and 1.3.3; beside them rollup 4.68.8 and esbuild 0.28.2, which keep the calls.
#
# Does: bundles two functions that call a built-in only to see whether it throws, inside try/catch.
# Expected: the bundle answers like the source. `decodeURIComponent('%')` throws a URIError, and `String` throws a TypeError
# for an object without a prototype.
# Seen (Node 20.20, November 2026): rolldown takes some built-ins for free of effects and drops a call whose result is
# unused, though the catch depends on it. 1.2.19 drops decodeURIComponent, decodeURI, encodeURIComponent and String; 1.3.3
# only String. `treeshake: false` changes nothing; `output.minify: false` with it keeps the call, since by default the output
# goes through a pass that removes dead code.
# Around it: use the result (`return decodeURIComponent(text) !== undefined`), and test what is shipped as well as the source.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > input.js <<'JS'
export function isWellFormed(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
export function isPrintable(value) {
  try {
    String(value);
    return true;
  } catch {
    return false;
  }
}
JS
cat > ask.js <<'JS'
import { pathToFileURL } from 'node:url';
const { isWellFormed, isPrintable } = await import(pathToFileURL(process.argv[2]).href);
process.stdout.write(`${isWellFormed('%')} ${isPrintable(Object.create(null))}`);
JS
cat > bundle.js <<'JS'
const [tool, treeshake, minify] = process.argv.slice(2);
const { rolldown } = await import(tool);
const options = treeshake === undefined ? {} : { treeshake: JSON.parse(treeshake) };
const output = minify === undefined ? {} : { minify: JSON.parse(minify) };
const bundle = await rolldown({ input: 'input.js', ...options });
await bundle.write({ file: 'out.js', ...output });
JS
echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  old@npm:rolldown@1.2.19 new@npm:rolldown@1.3.3 rollup@4.68.8 esbuild@0.28.2

failed=0
# check NAME EXPECTED FILE: whether '%' is well-formed and an object without a prototype is printable, by this file.
check() {
  local seen
  seen=$(node ask.js "$3")
  printf '%-55s %s\n' "$1" "$seen"
  if [ "$seen" != "$2" ]; then
    echo "  was: $2"
    failed=1
  fi
}
echo "                                             '%' is well-formed, an object without a prototype is printable"
check 'the source' 'false false' input.js
node bundle.js old && check 'rolldown 1.2.19' 'true true' out.js
node bundle.js old false && check 'rolldown 1.2.19, treeshake: false' 'true true' out.js
node bundle.js new && check 'rolldown 1.3.3' 'false true' out.js
node bundle.js new false && check 'rolldown 1.3.3, treeshake: false' 'false true' out.js
node bundle.js new false false && check 'rolldown 1.3.3, treeshake: false, minify: false' 'false false' out.js
npx rollup input.js --file out.js --silent && check 'rollup 4.68.8' 'false false' out.js
npx esbuild input.js --bundle --format=esm --minify --outfile=out.js --log-level=error &&
  check 'esbuild 0.28.2, minified' 'false false' out.js
exit $failed
