#!/usr/bin/env bash
# fontkit 2.0.4, and pdfkit 0.20.2 which writes with it.
#
# Does: lays out a word with a soft hyphen (U+00AD), and then a number with a plain one, in a font in which both have the
# same glyph: source-sans 3.52.0, and more of Adobe's.
# Expected: the soft one takes no room, and the plain one is there. pdfkit knows soft hyphens: it breaks lines at them.
# Seen (Node 20.20, November 2026): after the soft hyphen every plain hyphen of that font is an empty place without width, on
# paper too: "053-123" is "053123", "jeugd-ggz" is "jeugdggz", and a word that is broken at a soft hyphen shows none. The
# other way around, after a plain hyphen, each soft one is printed. A glyph is kept with the characters of who asked for it
# first, and those say whether it is to be seen.
# Around it: take U+00AD out before `layout()` or `doc.text()`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --silent fontkit@2.0.4 pdfkit@0.20.2 source-sans@3.52.0
cat > lay-out.js <<'JS'
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';

const FILE = 'node_modules/source-sans/TTF/SourceSans3-Regular.ttf';
const SOFT = 'samen\u00adwerking';
const seen = {};

// A row of words in a fresh font: what stands in the place of the hyphen, and how wide it is.
function layOut(...words) {
  const font = openSync(FILE);
  return words.map((word) => {
    const { glyphs, positions } = font.layout(word);
    const place = word.search(/[-\u00ad]/);
    return `${glyphs[place].name} ${positions[place].xAdvance}`;
  });
}
seen['053-123'] = layOut('053-123').join();
seen['053-123 after a soft hyphen'] = layOut(SOFT, '053-123').at(-1);
seen['a soft hyphen'] = layOut(SOFT).join();
seen['a soft hyphen after 053-123'] = layOut('053-123', SOFT).at(-1);

const width = (...texts) => {
  const doc = new PDFDocument({ font: FILE });
  return texts.map((text) => doc.widthOfString(text).toFixed(2)).at(-1);
};
seen['053-123 in pdfkit'] = width('053-123');
seen['053-123 in pdfkit after a soft hyphen'] = width(SOFT, '053-123');
seen['053123 in pdfkit'] = width('053123');

console.log(seen);
const was = ['hyphen 311', 'space 0', 'space 0', 'hyphen 311'];
const [plain, after, without] = Object.values(seen).slice(4).map(Number);
process.exit(Object.values(seen).slice(0, 4).join() === was.join() && after < plain && after === without ? 0 : 1);
JS
node lay-out.js
