import { describe, expect, it } from 'vitest';
import { loadFonts } from '../../../src/documents/pdf/fonts.ts';
import { toPrintable } from '../../../src/documents/pdf/printable-text.ts';
import { renderDocument } from '../../../src/documents/pdf/render-document.ts';
import type { Block } from '../../../src/domain/referral/paper-document.ts';
import { PLAIN_PAKKET, SENTENCE, toPakket } from '../../support/pakket-document.ts';
import { findPdfFaults } from '../../support/pdf-faults.ts';
import { readPdfObjects } from '../../support/pdf-objects.ts';
import { listElements, readStructure } from '../../support/pdf-structure.ts';
import { postReferral } from '../../support/referral-requests.ts';
import { request } from '../../support/request.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';
import { fillAll, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS });
const KINDS: readonly [string, () => Promise<Buffer>][] = [
  ...VERWIJS_ROUTES.flatMap(({ tafel, rol, basis }) =>
    [fillAll(tafel, rol), { casuscode: 'TW-2026-001' }].map((velden, index): (typeof KINDS)[number] => [
      `${tafel}, ${rol}, ${index === 0 ? 'alles' : 'concept'}`,
      async () => (await postReferral(app, tafel, { ...basis, rol }, velden, '/pdf').expect(200)).body,
    ]),
  ),
  ['de wegwijzer op papier', async () => (await request(app).get('/wegwijzer-op-papier.pdf')).body],
  ['een pakket van veel bladzijden', () => renderDocument(PLAIN_PAKKET)],
  ...toTooLong().map(({ name, secties }): (typeof KINDS)[number] => [
    `een pakket dat te lang wordt: ${name}`,
    () => renderDocument(toPakket([], { secties })),
  ]),
  [
    'een pakket met een bestand erin',
    () =>
      renderDocument(
        toPakket([], {
          bijlage: { naam: 'a.json', type: 'application/json', omschrijving: 'é', tekst: '{}' },
        }),
      ),
  ],
  ...[0, 20, 30, 40].map((lines): (typeof KINDS)[number] => [
    `een pakket met een QR-code na ${lines} regels`,
    () => renderDocument(toPakket([...Array.from({ length: lines }, toAlinea), QR])),
  ]),
  ['een pakket zonder inhoud', () => renderDocument(toPakket([], { secties: [] }))],
];

const QR: Block = {
  soort: 'qr',
  adres: `https://voorbeeld.nl/terugmelden/${'Az0_-9'.repeat(10)}`,
  alt: 'De link als QR-code',
};
const toAlinea = (): Block => ({ soort: 'alinea', tekst: SENTENCE });

/** Documents that end halfway each kind of block. */
function toTooLong() {
  const many = <T>(make: (index: number) => T) => Array.from({ length: 2500 }, (_, index) => make(index));
  const inOne = (name: string, ...blokken: Block[]) => ({ name, secties: [{ kop: 'Lang', blokken }] });
  return [
    inOne('alineas', ...many((index): Block => ({ soort: 'alinea', tekst: `Alinea ${index}` }))),
    inOne('meldingen', ...many((index): Block => ({ soort: 'melding', tekst: `Melding ${index}\nen meer` }))),
    inOne('een lijst', { soort: 'lijst', items: many((index) => `Punt ${index}`) }),
    inOne('gegevens', {
      soort: 'gegevens',
      rijen: many((index) => ({ naam: 'Wat', waarde: `a\n${index}` })),
    }),
    inOne('een tabel', {
      soort: 'tabel',
      bijschrift: 'Lang',
      koppen: ['a', 'b'],
      rijen: many((index) => (index % 3 ? [`Rij ${index}`, SENTENCE] : { kop: `Groep ${index}` })),
    }),
    {
      name: 'delen',
      secties: many((index) => ({
        kop: `Deel ${index}`,
        blokken: [{ soort: 'lijst' as const, items: ['a'] }],
      })),
    },
  ];
}

/** The few letters that have the glyph of another one, and are read as that. */
function toTwins(text: string): string {
  return text.replaceAll('μ', 'µ').replaceAll('ϕ', 'φ').replaceAll('⁼', '˭').replaceAll('∆', 'Δ');
}

async function readObjects(...blokken: Block[]) {
  return readPdfObjects(await renderDocument(toPakket(blokken)));
}

describe('elke pdf die de site maakt is zoals PDF/UA vraagt', () => {
  it.each(KINDS)('%s', async (_name, make) => {
    expect(findPdfFaults(readPdfObjects(await make()))).toEqual([]);
  });
});

describe('de tekst van een pdf is eruit te halen', () => {
  it('zoals die erin ging: elke letter die het lettertype heeft', async () => {
    const { covers } = loadFonts();
    const letters = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) => covers(letter) && toPrintable(letter, covers) === letter && /\S/.test(letter),
    );
    expect(letters.length).toBeGreaterThan(700);
    for (const letter of '✓✗ıİéşț€…') expect(letters).toContain(letter);
    // Forwards and backwards: a font that met ı in í must know it as a letter of its own all the same.
    const texts = [letters.join(' '), letters.toReversed().join(' ')];
    const rijen = texts.map((waarde) => ({ naam: waarde, waarde }));
    const [top] = readStructure(await readObjects({ soort: 'gegevens', rijen }));
    const found = top ? listElements(top).map(({ text }) => text.trim()) : [];
    for (const text of texts.map(toTwins)) expect(found.filter((other) => other === text)).toHaveLength(2);
  });

  it('met een spatie tussen alle woorden, hoe dom een programma de stukken ook aan elkaar zet', async () => {
    const woorden = Array.from({ length: 400 }, (_, index) => `w${index}`);
    const take = (count: number) => woorden.splice(0, count).join(' ');
    const expected = [...woorden];
    const pdf = await readObjects(
      { soort: 'alinea', tekst: `${take(60)}\n${take(3)}\n\n${take(2)}` },
      { soort: 'melding', tekst: `${take(2)}\n${take(1)}` },
      { soort: 'lijst', items: [take(1), `${take(40)}\n${take(1)}`] },
      { soort: 'gegevens', rijen: [{ naam: take(1), waarde: `${take(1)}\n${take(1)}` }] },
      {
        soort: 'tabel',
        bijschrift: take(2),
        koppen: [take(1), take(1)],
        rijen: [[take(1), take(100)], { kop: take(2) }, [take(1), `${take(1)}\n${take(1)}`]],
      },
    );
    const [top] = readStructure(pdf);
    const glued = top
      ? listElements(top)
          .map(({ text }) => text)
          .join('')
      : '';
    expect(glued.split(/\s+/).filter((word) => /w/.test(word) && /\d$/.test(word))).toEqual(
      expected.slice(0, expected.length - woorden.length),
    );
  });

  it('met een pauze bij elk regeleinde: elke regel is een alinea, ook in een lijst, bij een naam en in een cel', async () => {
    const tekst = 'Bel 053-1234567\n\nU maakt zich zorgen';
    const [top] = readStructure(
      await readObjects(
        { soort: 'alinea', tekst: 'Bel 053-1234567\nU maakt zich zorgen' },
        { soort: 'melding', tekst },
        { soort: 'lijst', items: [tekst] },
        { soort: 'gegevens', rijen: [{ naam: 'Wie', waarde: tekst }] },
        { soort: 'tabel', bijschrift: '', koppen: ['Wie', 'Hoe'], rijen: [['Crisis', tekst]] },
      ),
    );
    const elements = top ? listElements(top) : [];
    const paragraphs = elements.filter(({ role }) => role === 'P').map(({ text }) => text.trim());
    expect(paragraphs).toEqual(Array(5).fill(['Bel 053-1234567', 'U maakt zich zorgen']).flat());
  });
});

describe('een tabel', () => {
  it('zegt bij elke cel waar die over gaat: kop van de kolom, kop van de groep, kop van de rij', async () => {
    const [top] = readStructure(
      await readObjects({
        soort: 'tabel',
        bijschrift: 'Criteria',
        koppen: ['Criterium', 'Oordeel', 'Waarom'],
        rijen: [{ kop: 'Dit moet allemaal zo zijn' }, ['Er is gevaar', 'voldoet', ''], ['', 'leeg', '']],
      }),
    );
    const rows = (top ? listElements(top) : [])
      .filter(({ role }) => role === 'TR')
      .map(({ children }) =>
        children.map(({ role, attributes }) => [role, attributes.Scope, attributes.ColSpan]),
      );
    const column = ['TH', '/Column', undefined];
    const cell = ['TD', undefined, undefined];
    expect(rows).toEqual([
      [column, column, column],
      [['TH', '/Column', 3]],
      [['TH', '/Row', undefined], cell, cell],
      [cell, cell, cell],
    ]);
  });
});
