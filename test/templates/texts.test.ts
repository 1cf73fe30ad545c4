import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/domain/texts.ts';
import { TemplateFault } from '../../src/templates/handlebars-views.ts';
import { readTexts } from '../../src/templates/texts.ts';
import { ROOT } from '../support/real-content.ts';
import { say } from '../support/texts.ts';

const FOLDER = join(ROOT, 'views/text');
const ZOEKEN = JSON.parse(readFileSync(join(FOLDER, 'zoeken.json'), 'utf8'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'));
  for (const file of readdirSync(FOLDER)) writeFileSync(join(folder, file), readFileSync(join(FOLDER, file)));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The faults of the texts of the site, with other ones in `zoeken.json`. */
function findFaults(zoeken: unknown): readonly string[] {
  writeFileSync(join(folder, 'zoeken.json'), typeof zoeken === 'string' ? zoeken : JSON.stringify(zoeken));
  try {
    readTexts(folder);
    return [];
  } catch (error) {
    if (error instanceof TemplateFault) return error.fouten;
    throw error;
  }
}

describe('say', () => {
  it('gives the text with its slots filled in', () => {
    expect(say('zoeken.leeg')).toBe('De zoekvraag is leeg. Geef minstens één woord.');
    expect(say('zoeken.te-lang', { hoogstens: 80 })).toBe('De zoekvraag is te lang: hoogstens 80 tekens.');
  });

  it('fills in nothing in what is filled in', () => {
    expect(say('zoeken.te-lang', { hoogstens: '{hoogstens} $& $1' })).toContain('{hoogstens} $& $1 tekens');
  });
});

describe('readTexts', () => {
  it.each([
    ['a missing text', { ...ZOEKEN, leeg: undefined }, '"leeg" ontbreekt. Zet deze tekst terug.'],
    [
      'a text that nothing says',
      { ...ZOEKEN, extra: 'Iets.' },
      '"extra" wordt nergens gebruikt. Haal deze tekst weg, of herstel de naam.',
    ],
    [
      'something that is no text',
      { ...ZOEKEN, leeg: 3 },
      '"leeg" is geen tekst. Zet een zin tussen aanhalingstekens.',
    ],
    [
      'a slot that nothing fills',
      { ...ZOEKEN, 'te-lang': 'Hoogstens {aantal}.' },
      '"te-lang" heeft een onbekende plek om in te vullen: {aantal}. Mogelijk: {hoogstens}.',
    ],
    [
      'a slot without an end',
      { ...ZOEKEN, leeg: 'Leeg {' },
      '"leeg" heeft een onbekende plek om in te vullen: {. Mogelijk: geen.',
    ],
  ])('names file and key of %s', (_name, zoeken, fault) => {
    expect(findFaults(zoeken)).toEqual([`views/text/zoeken.json: ${fault}`]);
  });

  it.each([
    ['{', 'is geen geldige JSON'],
    ['[]', 'moet een lijst van namen met teksten zijn'],
  ])('says what is wrong with a file that holds %s', (tekst, fault) => {
    expect(findFaults(tekst)[0]).toContain(`views/text/zoeken.json ${fault}`);
  });

  it('says that the folder is not there', () => {
    expect(() => readTexts(join(folder, 'weg'))).toThrow('views/text is niet te lezen (ENOENT).');
  });

  it('knows no text that no code says', () => {
    const code = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('texts.ts'))
      .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
      .join('\n');
    // A key stands in the code whole, or its last part is filled in: `pdf.${reden}`.
    const said = [...code.matchAll(/['`]([a-z-]+\.[a-zA-Z-]+)['`]/g)].map(([, key]) => key);
    const begun = [...code.matchAll(/`([a-z-]+\.[a-z-]*)\$\{[^}`]*\}(-[a-z-]+)?`/g)];
    const isSaid = (key: string) =>
      said.includes(key) ||
      begun.some(([, begin = '', end = '']) => key.startsWith(begin) && key.endsWith(end));
    expect(Object.keys(TEXTS).filter((key) => !isSaid(key))).toEqual([]);
  });
});
