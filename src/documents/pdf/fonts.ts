import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';

export type Weight = 'Regular' | 'Bold';

/** The fonts of a document. */
export interface Fonts {
  /** Makes the fonts known to a document, under the names of the weights. */
  register(doc: PDFKit.PDFDocument): void;
  /** Whether both weights have a glyph for every character of a text. */
  covers(text: string): boolean;
  /** The width of a text in points. */
  measure(text: string, style: { readonly weight: Weight; readonly size: number }): number;
}

/** A font whose letters and kernings were looked up once. */
interface Face {
  readonly font: Font;
  readonly letters: ReadonlyMap<number, Glyph>;
  /** The advance of each glyph and of the whole, in thousandths of the size. */
  place(text: string, onGlyph?: (glyph: Glyph, advance: number) => void): number;
}

const require = createRequire(import.meta.url);
const FILES: Readonly<Record<Weight, string>> = {
  Regular: require.resolve('source-sans/TTF/SourceSans3-Regular.ttf'),
  Bold: require.resolve('source-sans/TTF/SourceSans3-Bold.ttf'),
};
/**
 * Control characters, those with a meaning of the font's own only, ligatures (nobody would find "ﬁets" by "fiets"), and
 * loose accents: putting those in their place takes a hundred times as long, and nearly all have a letter of their own.
 */
const NOT_USED = /^[\p{Cc}\p{Co}\p{M}\ufb00-\ufb06]$/u;

/** Reads Source Sans 3 in both weights: once in a process, because that takes longer than making a PDF. */
export function loadFonts(): Fonts {
  const faces = { Regular: loadFace('Regular'), Bold: loadFace('Bold') };
  return {
    register: (doc) => {
      // The types know files and bytes only, but pdfkit takes a font that was read already too.
      for (const [name, { font }] of Object.entries(faces)) {
        doc.registerFont(name, font as unknown as Buffer).font(name);
        // The glyph for what a font lacks is never drawn, but pdfkit says that its text is U+0000, which PDF/UA forbids.
        (doc as unknown as { _font: { unicode: number[][] } })._font.unicode[0] = [0xfffd];
      }
    },
    covers: (text) =>
      Array.from(text, (char) => char.codePointAt(0) ?? 0).every(
        (code) => faces.Regular.letters.has(code) && faces.Bold.letters.has(code),
      ),
    measure: (text, { weight, size }) => (faces[weight].place(text) * size) / 1000,
  };
}

function loadFace(weight: Weight): Face {
  const font = create(readFileSync(FILES[weight]));
  if (!('characterSet' in font)) throw new Error('The file of the font holds more than one.');
  // Before any other use: fontkit forgets which character a glyph is when it meets it first as a part of another one
  // (ı as a part of i), and then the text of the PDF lacks it.
  const letters = new Map<number, Glyph>();
  for (const code of font.characterSet) {
    if (!NOT_USED.test(String.fromCodePoint(code))) letters.set(code, font.glyphForCodePoint(code));
  }
  const shape = font.layout.bind(font);
  const unknown = font.glyphForCodePoint(0xffff);
  const kernings = new Map<string, number>();
  const core = (pair: string) => {
    const known = kernings.get(pair);
    if (known !== undefined) return known;
    const { glyphs, positions } = shape(pair);
    const [glyph, position] = [glyphs[0], positions[0]];
    const kerning = glyphs.length === 2 && glyph && position ? position.xAdvance - glyph.advanceWidth : 0;
    kernings.set(pair, kerning);
    return kerning;
  };
  const place: Face['place'] = (text, onGlyph) => {
    let width = 0;
    const chars = [...text];
    for (const [index, char] of chars.entries()) {
      const next = chars[index + 1];
      const glyph = letters.get(char.codePointAt(0) ?? 0) ?? unknown;
      // As pdfkit, which sets a text word by word, each with the space behind it.
      const advance = glyph.advanceWidth + (next && char !== ' ' ? core(char + next) : 0);
      onGlyph?.(glyph, advance);
      width += advance;
    }
    return width;
  };
  // The same as fontkit says of such letters, many times as fast.
  font.layout = (text) => {
    const glyphs: Glyph[] = [];
    const positions: GlyphPosition[] = [];
    place(text, (glyph, xAdvance) => {
      glyphs.push(glyph);
      positions.push({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
    });
    return { glyphs, positions, advanceWidth: positions.reduce((sum, p) => sum + p.xAdvance, 0) } as GlyphRun;
  };
  return { font, letters, place };
}
