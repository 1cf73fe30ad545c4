#!/usr/bin/env bash
# pdf2json 4.0.2 and 4.0.3, and 4.1.0, which npm gives to Node 22.23 and later; PDFs by pdfkit 0.20.2 and pdf-lib 1.17.1.
#
# Does: reads the text of a page of three lines, that stand in the file in the order in which one reads them.
# Expected: the first line first, as 4.0.2 gave it. A change of March 2026 was to put scattered text in the order of reading.
# Seen (Node 20.20 and 24.21, 1 December 2026): since 4.0.3 `getRawTextContent` begins with the last line of each page and ends
# with its first. No line is lost, so a test that asks whether a text is there sees nothing; a letter becomes its opposite: who
# it is for stands at the end. The coordinates of the same reading (`Pages[].Texts[].y`) are right.
# Around it: sort `Texts` by `y` and `x` oneself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent pdfkit@0.20.2 pdf-lib@1.17.1 \
  before@npm:pdf2json@4.0.2 after@npm:pdf2json@4.0.3 newest@npm:pdf2json@4.1.0
cat > read.js <<'JS'
import { createWriteStream, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { PDFDocument } from 'pdf-lib';
import PdfKit from 'pdfkit';

const LINES = ['Bel eerst 112', 'Bel dan de huisarts', 'Wacht op antwoord'];

const kit = new PdfKit();
const file = createWriteStream('pdfkit.pdf');
kit.pipe(file);
for (const line of LINES) kit.text(line);
kit.end();
await finished(file);

const lib = await PDFDocument.create();
const page = lib.addPage();
for (const [index, line] of LINES.entries()) page.drawText(line, { x: 50, y: 700 - 20 * index, size: 12 });
writeFileSync('pdf-lib.pdf', await lib.save({ useObjectStreams: false }));

function read(Parser, name) {
  const parser = new Parser(null, true);
  return new Promise((resolve, reject) => {
    parser.on('pdfParser_dataError', reject);
    parser.on('pdfParser_dataReady', ({ Pages: [{ Texts }] }) => {
      const text = parser.getRawTextContent().split(/\r?\n/);
      const byY = Texts.toSorted((a, b) => a.y - b.y).map(({ R: [{ T }] }) => decodeURIComponent(T));
      resolve([text.slice(0, LINES.length).map((line) => line.trim()), byY]);
    });
    parser.loadPDF(name);
  });
}

let failed = 0;
for (const version of ['before', 'after', 'newest']) {
  const { default: Parser } = await import(version);
  for (const name of ['pdfkit.pdf', 'pdf-lib.pdf']) {
    const [text, byY] = await read(Parser, name);
    console.log(version.padEnd(7), name.padEnd(11), text.join(' / '));
    const was = version === 'before' ? LINES : LINES.toReversed();
    if (text.join() !== was.join() || byY.join() !== LINES.join()) failed = 1;
  }
}
process.exit(failed);
JS
node read.js
