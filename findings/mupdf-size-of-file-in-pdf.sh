#!/usr/bin/env bash
# mupdf 1.28.1.
#
# Does: puts files in a PDF with `addEmbeddedFile`, opens that PDF, and asks with `getFilespecParams` what is in it.
# Expected: `size` is the number of bytes of the file, as it stands in the PDF (ISO 32000-1, table 46, `Size`).
# Seen (Node 20.20 and 26.10, 1 December 2026): a number of about seven million for each file, whether it has 12 bytes or
# 100,000: the place in memory of the name. Its types say so, `Pointer<"char">`, which TypeScript takes where a number is
# asked. Name, dates and the file itself are right. Who shows the size, or refuses what is too large, is misled.
# Around it: `ref.get('EF', 'F', 'Params', 'Size').asNumber()`, which may be missing in a PDF of others, or
# `getEmbeddedFileContents(ref).getLength()`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent mupdf@1.28.1
cat > read.js <<'JS'
import { Buffer, PDFDocument } from 'mupdf';

const made = new PDFDocument();
made.insertPage(-1, made.addPage([0, 0, 595, 842], 0, made.newDictionary(), ''));
const day = new Date('2026-12-01T00:00:00Z');
for (const length of [12, 1_881, 100_000]) {
  const file = new Buffer('x'.repeat(length));
  made.insertEmbeddedFile(`${length}.txt`, made.addEmbeddedFile(`${length}.txt`, 'text/plain', file, day, day));
}
const read = new PDFDocument(made.saveToBuffer().asUint8Array());
let failed = 0;
for (const [name, ref] of Object.entries(read.getEmbeddedFiles())) {
  const { filename, size, creationDate } = read.getFilespecParams(ref);
  const inPdf = ref.get('EF', 'F', 'Params', 'Size').asNumber();
  const length = read.getEmbeddedFileContents(ref).getLength();
  console.log(`${name.padEnd(11)} size ${size}; in the PDF ${inPdf}; read ${length}`);
  const restIsRight = filename === name && creationDate.getTime() === day.getTime();
  if (!restIsRight || `${inPdf}.txt` !== name || length !== inPdf || size < 1_000_000) failed = 1;
}
process.exit(failed);
JS
node read.js
