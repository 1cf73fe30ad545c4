import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../src/documents/pdf/render-document.ts';
import type { Block } from '../../../src/domain/referral/paper-document.ts';
import { PLAIN_PAKKET, SENTENCE, toPakket } from '../../support/pakket-document.ts';
import { readPdf } from '../../support/poppler.ts';

const CONCEPT = 'CONCEPT, NOG NIET VERSTUREN';

async function read(...args: Parameters<typeof toPakket>) {
  return readPdf(await renderDocument(toPakket(...args)));
}

/** The elements of the structure in order, without their texts: `H1 L LI …`. */
function listElements(structure: string): string[] {
  return structure
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[A-Z]\w*( \(\w+\))?:?$/.test(line))
    .map((line) => line.replace(/( \(\w+\))?:?$/, ''));
}

describe('de gegevens van de pdf', () => {
  it('zijn titel, onderwerp, taal, getagd en PDF/UA', async () => {
    const pdf = await renderDocument(toPakket([], { titel: 'Verwijzing <b> & „é”', concept: true }));
    const { info } = readPdf(pdf);
    expect(info.get('Title')).toBe('Verwijzing <b> & „é”');
    expect(info.get('Author')).toBe('RDM-wegwijzer');
    expect(info.get('Subject')).toBe(
      'Concept, nog niet versturen. Casus TW-2026-001, TopX / ketencasusoverleg',
    );
    expect(info.get('CreationDate')).toContain('Nov 21');
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Suspects')).toBe('no');
    expect(info.get('JavaScript')).toBe('no');
    expect(info.get('Page size')).toContain('A4');
    const bron = pdf.toString('latin1');
    expect(bron).toContain('/Lang (nl)');
    expect(bron).toContain('/DisplayDocTitle true');
    expect(bron).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(bron, 'the metadata is XML').toContain('>Verwijzing &lt;b&gt; &amp; ');
  });

  it('zijn steeds dezelfde bytes voor hetzelfde pakket, ook na een ander pakket', async () => {
    const first = await renderDocument(PLAIN_PAKKET);
    await renderDocument(toPakket([{ soort: 'alinea', tekst: 'Iets anders, met ş en €.' }]));
    expect((await renderDocument(PLAIN_PAKKET)).equals(first)).toBe(true);
  });

  it('noemen geen onvolledige lijst van tekens in het lettertype', async () => {
    const pdf = await renderDocument(toPakket([{ soort: 'alinea', tekst: 'één ş ı' }]));
    expect(pdf.toString('latin1')).not.toContain('/CIDSet');
  });

  it('gaan over een dag die bestaat', async () => {
    await expect(renderDocument(toPakket([], { datum: 'morgen' }))).rejects.toThrow(RangeError);
  });
});

describe('de structuur voor een schermlezer', () => {
  it('heeft koppen, alineas, lijsten en een tabel met kolomkoppen, in de volgorde van het pakket', async () => {
    const { structure } = await read([
      { soort: 'melding', tekst: 'Let op.' },
      { soort: 'alinea', tekst: 'Een.\n\nTwee.' },
      { soort: 'lijst', items: ['Eerste', 'Tweede'] },
      { soort: 'gegevens', rijen: [{ naam: 'Telefoon', waarde: '053-1234567' }] },
      { soort: 'tabel', bijschrift: 'Criteria', koppen: ['Wat', 'Hoe'], rijen: [['a', 'b']] },
    ]);
    const headerData = 'L LI Lbl LBody LI Lbl LBody LI Lbl LBody LI Lbl LBody';
    expect(listElements(structure).join(' ')).toBe(
      `Document H1 ${headerData} Sect H2 P P P L LI Lbl LBody LI Lbl LBody L LI Lbl LBody ` +
        'Table Caption THead TR TH TH TBody TR TH TD',
    );
    expect(structure.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(structure.match(/\/Scope \/Row/g)).toHaveLength(1);
    expect(structure.match(/\/ListNumbering \/(\w+)/g)).toEqual([
      '/ListNumbering /None',
      '/ListNumbering /Disc',
      '/ListNumbering /None',
    ]);
    for (const tekst of ['Let op.', 'Een.', 'Tweede', '053-1234567', 'Criteria', 'Hoe', 'b']) {
      expect(structure).toContain(`"${tekst} "`);
    }
  });

  it('heeft niet wat op elke bladzijde terugkomt, en een alinea of rij over twee bladzijden maar één keer', async () => {
    const { structure, pages } = await read([
      { soort: 'alinea', tekst: SENTENCE.repeat(80) },
      {
        soort: 'tabel',
        bijschrift: '',
        koppen: ['Kolomkop'],
        rijen: [[SENTENCE.repeat(100)], ['Kort']],
      },
    ]);
    expect(pages.length).toBeGreaterThan(3);
    expect(structure).not.toContain('bladzijde 1');
    expect(structure.match(/Kolomkop/g)).toHaveLength(1);
    const elements = listElements(structure);
    expect(elements.filter((element) => element === 'P')).toHaveLength(1);
    expect(elements.filter((element) => element === 'TD')).toHaveLength(2);
    expect(structure.match(/zorgvuldig vast/g)).toHaveLength(180);
  });

  it('noemt het concept in de tekst, want randen leest een schermlezer niet', async () => {
    expect((await read([], { concept: true })).structure).toContain(CONCEPT);
    expect((await read([])).structure).not.toContain('CONCEPT');
  });

  it('heeft geen lege lijsten, tabellen of alineas', async () => {
    const { structure } = await read([
      { soort: 'alinea', tekst: ' \n\n ' },
      { soort: 'melding', tekst: '' },
      { soort: 'lijst', items: [' '] },
      { soort: 'gegevens', rijen: [] },
      { soort: 'tabel', bijschrift: 'Niets', koppen: [], rijen: [] },
    ]);
    expect(listElements(structure).join(' ')).toMatch(/LBody Sect H2$/);
  });
});

describe('een bestand in de pdf', () => {
  const bijlage = {
    naam: 'casus-TW-2026-001-2026-11-21.casus.json',
    type: 'application/vnd.rdm-casus+json',
    omschrijving: 'In deze pdf zit de casus: één bestand.',
    tekst: '{"één": "€ 300"}\n',
  };

  it('is eruit te halen zoals het erin ging, heeft naam, type en uitleg, en staat in de tekst', async () => {
    const pdf = await renderDocument(toPakket([], { bijlage }));
    const { files, structure, info } = readPdf(pdf);
    expect([...files]).toEqual([[bijlage.naam, bijlage.tekst]]);
    expect(structure).toContain(bijlage.omschrijving);
    expect(info.get('JavaScript')).toBe('no');
    expect(pdf.toString('latin1')).toContain('/Subtype /application#2Fvnd.rdm-casus+json');
    expect((await renderDocument(toPakket([], { bijlage }))).equals(pdf)).toBe(true);
  });

  it('is er niet zonder dat iemand erom vroeg', async () => {
    const { files, structure } = await read([]);
    expect(files.size).toBe(0);
    expect(structure).not.toContain('Bijlage');
  });
});

describe('elke bladzijde', () => {
  it('heeft nummer, casuscode en "vertrouwelijk", en bij een concept dat het niet weg mag', async () => {
    for (const concept of [true, false]) {
      const { pages, info } = await read([{ soort: 'alinea', tekst: SENTENCE.repeat(150) }], { concept });
      expect(pages.length).toBeGreaterThan(2);
      expect(info.get('Pages')).toBe(String(pages.length));
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(`bladzijde ${index + 1} van ${pages.length}`);
        expect(page).toContain('casuscode TW-2026-001, vertrouwelijk');
        expect(page.includes(CONCEPT)).toBe(concept);
      }
    }
  });

  it('met een stuk van de tabel begint met de kolomkoppen', async () => {
    const rijen = Array.from({ length: 60 }, (_, index) => [`Rij ${index}`, SENTENCE]);
    const { pages } = await read([
      { soort: 'tabel', bijschrift: 'Criteria', koppen: ['Criterium', 'Onderbouwing'], rijen },
    ]);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(/Criterium +Onderbouwing/);
    for (const [rij] of rijen) expect(pages.join('')).toContain(`${rij} `);
  });

  it('laat geen kop of kolomkop alleen onderaan staan', async () => {
    for (let regels = 22; regels < 36; regels++) {
      const filling: Block = { soort: 'alinea', tekst: Array(regels).fill('regel').join('\n') };
      const table: Block = { soort: 'tabel', bijschrift: 'Bij', koppen: ['Kop van'], rijen: [['Cel hier']] };
      const { pages } = await read([], {
        secties: [
          { kop: 'Eerst', blokken: [filling] },
          { kop: 'Daarna', blokken: [table] },
        ],
      });
      const page = pages.find((tekst) => tekst.includes('Daarna'));
      expect(page, `na ${regels} regels`).toContain('Kop van');
      expect(page, `na ${regels} regels`).toContain('Cel hier');
    }
  });
});

describe('lange en vreemde teksten', () => {
  it.each([
    ['gewone zinnen', SENTENCE],
    ['alleen regeleinden', 'x\n'],
    ['witregels', 'x\n\n'],
    ['geen enkele spatie', 'W'],
    ['losse letters met accenten', 'q\u0329 '],
  ])('die samen te lang zijn worden ingekort, en zeggen dat: %s', async (_name, piece) => {
    const long = piece.repeat(Math.ceil(20_000 / piece.length));
    const blocks: Block[] = Array.from({ length: 4 }, () => [
      { soort: 'alinea' as const, tekst: long },
      { soort: 'gegevens' as const, rijen: [{ naam: long, waarde: long }] },
      { soort: 'tabel' as const, bijschrift: '', koppen: ['a', 'b'], rijen: [[long, 'Kort']] },
    ]).flat();
    const { pages } = await read([...blocks, { soort: 'alinea', tekst: 'Tot slot.' }]);
    expect(pages.length).toBeLessThanOrEqual(40);
    const all = pages.join(' ').replaceAll(/\s+/g, ' ');
    expect(all).toContain('Ingekort: de hele tekst staat in de mail en in het tekstbestand.');
    expect(all.includes('Tot slot.') || all.includes('De pdf is hier afgebroken')).toBe(true);
  });

  it('die met heel veel zijn breken af op bladzijde 40, in één keer getagd', async () => {
    const rijen = Array.from({ length: 2000 }, (_, index) => [`Rij ${index}`, 'Kort']);
    const { pages, structure } = await read([{ soort: 'tabel', bijschrift: '', koppen: ['a', 'b'], rijen }]);
    expect(pages).toHaveLength(40);
    expect(pages.at(-1)).toContain('De pdf is hier afgebroken');
    expect(structure).toContain('De pdf is hier afgebroken');
    expect(structure.match(/TR/g)?.length).toBeLessThan(2000);
  });

  it('van 20.000 tekens lopen door over bladzijden, zonder dat er een woord wegvalt', async () => {
    const woorden = Array.from({ length: 3000 }, (_, index) => `w${index}`);
    const tekst = woorden.join(' ').slice(0, 20_000);
    const blocks: Block[] = [
      { soort: 'alinea', tekst },
      { soort: 'lijst', items: [tekst] },
      { soort: 'gegevens', rijen: [{ naam: 'Onderbouwing', waarde: tekst }] },
      { soort: 'tabel', bijschrift: 'Lang', koppen: ['Wat', 'Hoe'], rijen: [['Kort', tekst]] },
    ];
    for (const block of blocks) {
      const { pages, structure } = await read([block]);
      expect(pages.length, block.soort).toBeGreaterThan(3);
      expect(structure.match(/\bw\d+\b/g), block.soort).toEqual(tekst.match(/\bw\d+\b/g));
    }
  });

  it('van 20.000 tekens zonder spatie breken af binnen de kantlijn', async () => {
    const { pages, structure } = await read([{ soort: 'alinea', tekst: 'x'.repeat(20_000) }]);
    expect(structure.match(/x/g)).toHaveLength(20_000);
    const lines = pages.flatMap((tekst) => tekst.split('\n'));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(150);
  });

  it('staan er goed op: Nederlandse en andere Latijnse letters, aanhalingstekens, tabs en onzichtbare tekens', async () => {
    const { pages } = await read([
      {
        soort: 'alinea',
        tekst:
          '€ é ë ü \u0133 „goed“ ’s Öztürk Łukasz Ayşe\teen\ntwee\u200bdrie\ufeff vier\u202evijf coöper\u00adatie 😀 中 → ▪ gehaald ✅ gemist ✗ ılık i',
      },
    ]);
    const tekst = pages.join('\n');
    for (const piece of [
      '€ é ë ü ij „goed“ ’s Öztürk Łukasz Ayşe',
      'tweedrie viervijf coöperatie [?] [?] → •',
      'gehaald ✓ gemist ✗ ılık',
    ]) {
      expect(tekst).toContain(piece);
    }
  });

  it('geven altijd een pdf, met elke Unicode op elke plek', async () => {
    const tekst = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ soort: fc.constant('alinea' as const), tekst }),
      fc.record({ soort: fc.constant('melding' as const), tekst }),
      fc.record({ soort: fc.constant('lijst' as const), items: fc.array(tekst, { maxLength: 3 }) }),
      fc.record({
        soort: fc.constant('gegevens' as const),
        rijen: fc.array(fc.record({ naam: tekst, waarde: tekst }), { maxLength: 3 }),
      }),
      fc.record({
        soort: fc.constant('tabel' as const),
        bijschrift: tekst,
        koppen: fc.array(tekst, { maxLength: 9 }),
        rijen: fc.array(fc.array(tekst, { maxLength: 9 }), { maxLength: 3 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({ titel: tekst, casuscode: tekst, tafelName: tekst, concept: fc.boolean() }),
        fc.array(fc.record({ kop: tekst, blokken: fc.array(block, { maxLength: 3 }) }), { maxLength: 2 }),
        async (anders, secties) => {
          const pdf = await renderDocument(toPakket([], { ...anders, secties }));
          const { info, pages } = readPdf(pdf);
          expect(info.get('Tagged')).toBe('yes');
          expect(pages.at(-1)).toContain(`van ${pages.length}`);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
