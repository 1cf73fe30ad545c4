#!/usr/bin/env bash
# pdfkit 0.20.2, with fontkit 2.0.4; read by pdfjs-dist 5.6.205, the reader of Firefox.
#
# Does: writes Dutch with a font of its own (source-sans 3.52.0), in which some characters share a glyph: the hyphen and the
# one that does not break (U+2011), the micro sign and the Greek mu. And writes the characters that only say where a word or
# an address may break: U+00AD, which pdfkit breaks lines at, and U+200B.
# Expected: who copies or searches the text finds what was written. A font can hold a glyph twice, and /ActualText says what
# a piece of text is.
# Seen (Node 20.20, November 2026): what a glyph says is decided by the first text that uses it, for the whole document. After
# one U+2011 each plain hyphen is U+2011, so "jeugd-ggz" is not found. U+00AD and U+200B take the glyph of the space and
# become spaces: "samen werking", "loket@ example.nl". On paper nothing is to be seen of it. pdftotext 22.12 leaves such a
# space out.
# After U+00AD a plain hyphen may be gone altogether: fontkit-hyphen-gone.sh.
# Around it: a plain hyphen for U+2010 and U+2011 and nothing for what is invisible, before `doc.text()`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  pdfkit@0.20.2 fontkit@2.0.4 source-sans@3.52.0 pdfjs-dist@5.6.205
cat > write.js <<'JS'
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFDocument from 'pdfkit';

async function readBack(text) {
  const doc = new PDFDocument({ font: 'node_modules/source-sans/TTF/SourceSans3-Regular.ttf' });
  doc.text(text);
  const bytes = buffer(doc);
  doc.end();
  const pdf = await getDocument({ data: new Uint8Array(await bytes), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent({ disableNormalization: true });
  return items.map(({ str }) => str).join('');
}

const toAscii = (text) => text.replace(/[^ -~]/g, (sign) => `<${sign.codePointAt(0).toString(16).padStart(4, '0')}>`);
const seen = [
  ['jeugd-ggz, een\u2011op\u2011een', 'jeugd-ggz, een-op-een'],
  ['een\u2011op\u2011een, jeugd-ggz', 'een\u2011op\u2011een, jeugd\u2011ggz'],
  ['5 \u00b5g, \u03bc', '5 \u00b5g, \u00b5'],
  ['samen\u00adwerking', 'samen werking'],
  ['loket@\u200bexample.nl', 'loket@ example.nl'],
];
let failed = 0;
for (const [written, was] of seen) {
  const read = await readBack(written);
  console.log(toAscii(written).padEnd(32), toAscii(read));
  if (read !== was) {
    console.log(`  was: ${toAscii(was)}`);
    failed = 1;
  }
}
process.exit(failed);
JS
node write.js
