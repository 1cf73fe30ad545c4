#!/usr/bin/env bash
# planer 1.2.0
#
# Does: takes the quoted mail away from below an answer, so that the answer is left.
# Expected: where nothing is quoted, the text as it is. So it is in English: "On Tuesday the doctor wrote: …".
# Seen (Node 20.20 and 24.21, 1 December 2026): of a Dutch letter all is gone from a line that begins with "Op", when "schreef"
# follows before a colon, in the same line or one below. "Op 12 december is er overleg. De huisarts schreef: dat is goed. Tot dan." is
# an answer with nothing in it but the greeting. The same in German, with "Am … schrieb". Nobody is named and no address is
# there, as above a quotation; it does not say that something was cut. (Known for French of talon, which it was made after.)
# Around it: email-reply-parser 2.3.7 leaves these letters whole, and takes the same quotation away.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent planer@1.2.0 email-reply-parser@2.3.7
cat > read.js <<'JS'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const planer = require('planer');
const { default: Other = require('email-reply-parser') } = require('email-reply-parser');

const QUOTED = 'Dat is goed.\n\nOp ma 1 dec 2026 om 09:12 schreef Wijkteam <wijkteam@example.org>:\n> Kunt u dinsdag?';
const LETTERS = [
  [QUOTED, 'Dat is goed.', 'Dat is goed.'],
  ['Hello,\nOn Tuesday the doctor wrote: all is well.\nWe take the case.'],
  ['Dag,\nOp dinsdag schreef de huisarts dat het goed gaat.\nWij nemen de casus aan.'],
  ['Dag,\nOp dinsdag schreef de huisarts: het gaat goed.\nWij nemen de casus aan.', 'Dag,'],
  ['Dag,\nOp 12 december is er overleg.\nDe huisarts schreef: dat is goed.\nTot dan.', 'Dag,'],
  ['Op verzoek van de cliënt schreef ik dit op: hij wil verhuizen.\nWij nemen de casus aan.', ''],
  ['Hallo,\nAm Dienstag schrieb der Arzt: es geht gut.\nWir nehmen an.', 'Hallo,'],
];
let failed = 0;
for (const [letter, was = letter, byOther = letter] of LETTERS) {
  const seen = planer.extractFrom(letter, 'text/plain').trim();
  const other = new Other().read(letter).getVisibleText().trim();
  console.log(JSON.stringify(letter), '\n ', JSON.stringify(seen), JSON.stringify(other));
  if (seen !== was || other !== byOther) {
    console.log('  was:', JSON.stringify(was), JSON.stringify(byOther));
    failed = 1;
  }
}
process.exit(failed);
JS
node read.js
