#!/usr/bin/env bash
# vitest 4.1.12
#
# Does: runs four test files with `vitest run` and counts the processes that they ran in, as it comes and with --maxWorkers.
# Expected: "if watch is disabled, uses all available parallelism" (https://vitest.dev/config/maxworkers), so as many
# workers as os.availableParallelism() says, here held to two processors.
# Seen (Node 20.20, November 2026): one less, at least one. On two processors all files run one after another, and a run
# takes about twice as long as with `maxWorkers: 2`.
# Around it: write the number in the configuration. Needs Linux (taskset), and two processors.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
for number in 1 2 3 4; do
  cat > "file-$number.test.js" <<'JS'
import { appendFileSync } from 'node:fs';
import { test } from 'vitest';

test('says in which process it runs, and gives the others time to begin', async () => {
  appendFileSync('processes', `${process.pid}\n`);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
});
JS
done
npm install --ignore-scripts --no-audit --no-fund --silent vitest@4.1.12

failed=0
# check EXPECTED [OPTION]: in how many processes the files run on two processors.
check() {
  rm -f processes
  # Without isolation a worker keeps its process for the next file, so processes are workers.
  taskset --cpu-list 0,1 npx vitest run --no-isolate ${2:-} > /dev/null
  local seen
  seen=$(sort -u processes | wc -l)
  printf '%-16s %s\n' "${2:-as it comes}" "$seen"
  if [ "$seen" != "$1" ]; then
    echo "  was: $1"
    failed=1
  fi
}
printf '%-16s %s\n' available "$(taskset --cpu-list 0,1 node -p 'os.availableParallelism()')"
check 1
check 2 --maxWorkers=2
exit $failed
