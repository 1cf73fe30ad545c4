#!/usr/bin/env bash
# pdfkit 0.20.2
#
# Does: makes a PDF that says of itself that it is PDF/UA (`subset: 'PDF/UA'`, tagged, a font of its own) with a file in it.
# Expected: what ISO 14289-1 and ISO 32000 ask: no U+0000 in a ToUnicode map, no CIDSet or one that lists every glyph, and
# a CheckSum of 16 bytes.
# Seen (Node 20.20, November 2026): glyph 0 is U+0000 in each ToUnicode map. With subset 1 (what 'PDF/UA' becomes) a CIDSet
# of the glyphs that were written, without the parts that é is made of. The CheckSum is 32 hexadecimal digits.
# Around it: `_font.unicode[0] = [0xfffd]` after `doc.font()`, and `doc.subset = '1'` (text) before `doc.end()`. Readers do
# not mind the CheckSum.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent pdfkit@0.20.2 source-sans@3.52.0
cat > make.js <<'JS'
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

const doc = new PDFDocument({
  pdfVersion: '1.7',
  subset: 'PDF/UA',
  tagged: true,
  lang: 'nl',
  compress: false,
  font: 'node_modules/source-sans/TTF/SourceSans3-Regular.ttf',
});
doc.addStructure(doc.struct('P', () => doc.text('één')));
doc.file(Buffer.from('{}'), { name: 'a.json', type: 'application/json' });
const bytes = buffer(doc);
doc.end();
const pdf = (await bytes).toString('latin1');
const readStream = (key) => {
  const [, number] = new RegExp(`/${key} (\\d+) 0 R`).exec(pdf) ?? [];
  const [, bytes = ''] = new RegExp(`\n${number} 0 obj\n[^]*?\nstream\n([^]*?)\nendstream`).exec(pdf) ?? [];
  return Buffer.from(bytes, 'latin1');
};
const [, map] = /beginbfrange\n<\w+> <\w+> \[<(\w+)>/.exec(pdf) ?? [];
const [, sum = ''] = /\/CheckSum \(([^)]*)\)/.exec(pdf) ?? [];
const font = readStream('FontFile2');
// The number of glyphs stands in the table `maxp`, four bytes from its start.
const glyphs = font.readUInt16BE(font.readUInt32BE(font.indexOf('maxp') + 8) + 4);
const listed = [...readStream('CIDSet')].map((byte) => byte.toString(2).replaceAll('0', '')).join('').length;
console.log({ 'glyph 0 is': map, glyphs, 'of which the CIDSet lists': listed, 'length of the CheckSum': sum.length });
process.exit(map === '0000' && listed < glyphs && sum.length === 32 ? 0 : 1);
JS
node make.js
