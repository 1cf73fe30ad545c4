#!/usr/bin/env bash
# postal-mime 4.0.0.
#
# Does: reads the text of a mail that is `format=flowed`, as several mail programs send it, with a quotation.
# Expected: lines that flow become one, at their own depth of quotation. By RFC 3676 (4.1 and 4.5) the marks of quotation come
# off before a reader looks which lines flow, a paragraph ends with a line that does not flow, as an empty one, and it ends where
# the depth changes.
# Seen (Node 20.20, 30 November 2026): the lines are joined as they are. So the marks of the next line stand in the middle of the
# text, "weekly > meetings", two depths become one line, and an answer below a quoted line that ends in a space becomes part
# of the quotation: who agrees has said nothing. A line that ends in a space before an empty line is joined with the next
# paragraph. Paragraphs of one's own are right, so a test with these sees nothing.
# Around it: none of its options; read such a part by yourself, from the message.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent postal-mime@4.0.0
cat > read.js <<'JS'
import PostalMime from 'postal-mime';

const HEAD = [
  'From: a@example.org',
  'To: b@example.org',
  'Subject: Plan',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8; format=flowed',
];
let failed = 0;
for (const [lines, was] of [
  [['We agree on the ', 'plan.', '', 'Greetings'], ['We agree on the plan.', '', 'Greetings']],
  [['> Is the plan of weekly ', '> meetings right?', '', 'Yes.'], ['> Is the plan of weekly > meetings right?', '', 'Yes.']],
  [['>> Is the plan ', '>> right?', '> It is ', '> right.'], ['>> Is the plan >> right?', '> It is > right.']],
  [['> Do you agree? ', 'No, we do not.'], ['> Do you agree? No, we do not.']],
  [['We do not agree. ', '', 'The other table does.'], ['We do not agree. The other table does.']],
]) {
  const { text } = await PostalMime.parse([...HEAD, '', ...lines, ''].join('\r\n'));
  const seen = text.trimEnd().split('\n');
  console.log(lines.map((line) => JSON.stringify(line)).join(' '));
  console.log(`  read: ${seen.map((line) => JSON.stringify(line)).join(' ')}`);
  if (seen.join('\n') !== was.join('\n')) {
    console.log(`  was:  ${was.map((line) => JSON.stringify(line)).join(' ')}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node read.js
