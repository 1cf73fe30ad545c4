import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './unpack-woff.ts';

export type Gewicht = 'gewoon' | 'vet';
/** A font file as pdfkit knows it: a weight, and for letters such as ł and ş the file with the rest of Latin. */
type FontNaam = Gewicht | `${Gewicht}-ext`;

const require = createRequire(import.meta.url);
const FILES: Readonly<Record<FontNaam, string>> = {
  gewoon: require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'),
  'gewoon-ext': require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff'),
  vet: require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-700-normal.woff'),
  'vet-ext': require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-ext-700-normal.woff'),
};
const MARK = /^\p{M}$/u;
/** Nearly all text: known to be in the first file, so that it need not be looked at letter by letter. */
const LATIN_1 = /^[\x20-\x7e\xa0-\xac\xae-\xff]*$/;

/** The fonts of the package, read once: reading them takes longer than making a PDF. */
export interface Fonts {
  /** Makes the fonts known to a document, under the names of `FontNaam`. */
  register(doc: PDFKit.PDFDocument): void;
  /** Whether there is a glyph for every character of a text, with its accents from the same file. */
  covers(tekst: string): boolean;
  /** Cuts a text into runs of one font each; what no font covers goes to the first. */
  splitRuns(tekst: string, gewicht: Gewicht): { font: FontNaam; tekst: string }[];
}

/** Reads Source Sans 3 in both weights. */
export function loadFonts(): Fonts {
  const fonts = Object.entries(FILES).map(([naam, file]) => ({ naam, font: readFont(file) }));
  const toCoverage = (suffix: '' | '-ext') => {
    const [first = new Set<number>(), ...rest] = fonts
      .filter(({ naam }) => naam === `gewoon${suffix}` || naam === `vet${suffix}`)
      .map(({ font }) => new Set(font.characterSet));
    return new Set([...first].filter((code) => code >= 0x20 && rest.every((set) => set.has(code))));
  };
  const latin = toCoverage('');
  const ext = toCoverage('-ext');
  /** An accent stays with the letter before it, because only within one file is it put in its place. */
  const findSuffix = (teken: string, huidig: '' | '-ext'): '' | '-ext' | null => {
    const code = teken.codePointAt(0) ?? 0;
    const beschikbaar = { '': latin.has(code), '-ext': ext.has(code) };
    if (MARK.test(teken)) return beschikbaar[huidig] ? huidig : null;
    if (beschikbaar['']) return '';
    return beschikbaar['-ext'] ? '-ext' : null;
  };

  return {
    register: (doc) => {
      // The types know files and bytes only, but pdfkit takes a font that was read already too.
      for (const { naam, font } of fonts) doc.registerFont(naam, font as unknown as Buffer);
    },
    covers: (tekst) => {
      let huidig: '' | '-ext' = '';
      for (const teken of tekst) {
        const suffix = findSuffix(teken, huidig);
        if (suffix === null) return false;
        huidig = suffix;
      }
      return true;
    },
    splitRuns: (tekst, gewicht) => {
      if (LATIN_1.test(tekst)) return [{ font: gewicht, tekst }];
      const runs: { font: FontNaam; tekst: string }[] = [];
      let huidig: '' | '-ext' = '';
      for (const teken of tekst) {
        const suffix: '' | '-ext' = findSuffix(teken, huidig) ?? '';
        const laatste = runs.at(-1);
        if (laatste && suffix === huidig) laatste.tekst += teken;
        else runs.push({ font: `${gewicht}${suffix}`, tekst: teken });
        huidig = suffix;
      }
      return runs;
    },
  };
}

function readFont(file: string): Font {
  const font = create(unpackWoff(readFileSync(file)));
  if (!('characterSet' in font)) throw new Error(`${file} holds more than one font.`);
  return font;
}
