import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../src/documents/pdf/render-document.ts';
import type { Block } from '../../../src/domain/referral/paper-document.ts';
import { SEED } from '../../support/arbitrary-antwoorden.ts';
import { GEWOON_PAKKET, toPakket, ZIN } from '../../support/pakket-document.ts';
import { readPdf } from '../../support/poppler.ts';

const CONCEPT = 'CONCEPT, NOG NIET VERSTUREN';

async function read(...args: Parameters<typeof toPakket>) {
  return readPdf(await renderDocument(toPakket(...args)));
}

/** The elements of the structure in order, without their texts: `H1 L LI …`. */
function listElements(structuur: string): string[] {
  return structuur
    .split('\n')
    .map((regel) => regel.trim())
    .filter((regel) => /^[A-Z]\w*( \(\w+\))?:?$/.test(regel))
    .map((regel) => regel.replace(/( \(\w+\))?:?$/, ''));
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
    const eerst = await renderDocument(GEWOON_PAKKET);
    await renderDocument(toPakket([{ soort: 'alinea', tekst: 'Iets anders, met ş en €.' }]));
    expect((await renderDocument(GEWOON_PAKKET)).equals(eerst)).toBe(true);
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
    const { structuur } = await read([
      { soort: 'melding', tekst: 'Let op.' },
      { soort: 'alinea', tekst: 'Een.\n\nTwee.' },
      { soort: 'lijst', items: ['Eerste', 'Tweede'] },
      { soort: 'gegevens', rijen: [{ naam: 'Telefoon', waarde: '053-1234567' }] },
      { soort: 'tabel', bijschrift: 'Criteria', koppen: ['Wat', 'Hoe'], rijen: [['a', 'b']] },
    ]);
    const kopgegevens = 'L LI Lbl LBody LI Lbl LBody LI Lbl LBody LI Lbl LBody';
    expect(listElements(structuur).join(' ')).toBe(
      `Document H1 ${kopgegevens} Sect H2 P P P L LI Lbl LBody LI Lbl LBody L LI Lbl LBody ` +
        'Table Caption THead TR TH TH TBody TR TH TD',
    );
    expect(structuur.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(structuur.match(/\/Scope \/Row/g)).toHaveLength(1);
    expect(structuur.match(/\/ListNumbering \/(\w+)/g)).toEqual([
      '/ListNumbering /None',
      '/ListNumbering /Disc',
      '/ListNumbering /None',
    ]);
    for (const tekst of ['Let op.', 'Een.', 'Tweede', '053-1234567', 'Criteria', 'Hoe', 'b']) {
      expect(structuur).toContain(`"${tekst}"`);
    }
  });

  it('heeft niet wat op elke bladzijde terugkomt, en een alinea of rij over twee bladzijden maar één keer', async () => {
    const { structuur, bladzijden } = await read([
      { soort: 'alinea', tekst: ZIN.repeat(80) },
      {
        soort: 'tabel',
        bijschrift: '',
        koppen: ['Kolomkop'],
        rijen: [[ZIN.repeat(100)], ['Kort']],
      },
    ]);
    expect(bladzijden.length).toBeGreaterThan(3);
    expect(structuur).not.toContain('bladzijde 1');
    expect(structuur.match(/Kolomkop/g)).toHaveLength(1);
    const elementen = listElements(structuur);
    expect(elementen.filter((element) => element === 'P')).toHaveLength(1);
    expect(elementen.filter((element) => element === 'TD')).toHaveLength(2);
    expect(structuur.match(/zorgvuldig vast/g)).toHaveLength(180);
  });

  it('noemt het concept in de tekst, want randen leest een schermlezer niet', async () => {
    expect((await read([], { concept: true })).structuur).toContain(CONCEPT);
    expect((await read([])).structuur).not.toContain('CONCEPT');
  });

  it('heeft geen lege lijsten, tabellen of alineas', async () => {
    const { structuur } = await read([
      { soort: 'alinea', tekst: ' \n\n ' },
      { soort: 'melding', tekst: '' },
      { soort: 'lijst', items: [' '] },
      { soort: 'gegevens', rijen: [] },
      { soort: 'tabel', bijschrift: 'Niets', koppen: [], rijen: [] },
    ]);
    expect(listElements(structuur).join(' ')).toMatch(/LBody Sect H2$/);
  });
});

describe('elke bladzijde', () => {
  it('heeft nummer, casuscode en "vertrouwelijk", en bij een concept dat het niet weg mag', async () => {
    for (const concept of [true, false]) {
      const { bladzijden, info } = await read([{ soort: 'alinea', tekst: ZIN.repeat(150) }], { concept });
      expect(bladzijden.length).toBeGreaterThan(2);
      expect(info.get('Pages')).toBe(String(bladzijden.length));
      for (const [index, bladzijde] of bladzijden.entries()) {
        expect(bladzijde).toContain(`bladzijde ${index + 1} van ${bladzijden.length}`);
        expect(bladzijde).toContain('casuscode TW-2026-001, vertrouwelijk');
        expect(bladzijde.includes(CONCEPT)).toBe(concept);
      }
    }
  });

  it('met een stuk van de tabel begint met de kolomkoppen', async () => {
    const rijen = Array.from({ length: 60 }, (_, index) => [`Rij ${index}`, ZIN]);
    const { bladzijden } = await read([
      { soort: 'tabel', bijschrift: 'Criteria', koppen: ['Criterium', 'Onderbouwing'], rijen },
    ]);
    expect(bladzijden.length).toBeGreaterThan(2);
    for (const bladzijde of bladzijden) expect(bladzijde).toMatch(/Criterium +Onderbouwing/);
    for (const [rij] of rijen) expect(bladzijden.join('')).toContain(`${rij} `);
  });

  it('laat geen kop of kolomkop alleen onderaan staan', async () => {
    for (let regels = 22; regels < 36; regels++) {
      const vulling: Block = { soort: 'alinea', tekst: Array(regels).fill('regel').join('\n') };
      const tabel: Block = { soort: 'tabel', bijschrift: 'Bij', koppen: ['Kop van'], rijen: [['Cel hier']] };
      const { bladzijden } = await read([], {
        secties: [
          { kop: 'Eerst', blokken: [vulling] },
          { kop: 'Daarna', blokken: [tabel] },
        ],
      });
      const bladzijde = bladzijden.find((tekst) => tekst.includes('Daarna'));
      expect(bladzijde, `na ${regels} regels`).toContain('Kop van');
      expect(bladzijde, `na ${regels} regels`).toContain('Cel hier');
    }
  });
});

describe('lange en vreemde teksten', () => {
  it.each([
    ['gewone zinnen', ZIN],
    ['alleen regeleinden', 'x\n'],
    ['witregels', 'x\n\n'],
    ['geen enkele spatie', 'W'],
    ['losse letters met accenten', 'q\u0329 '],
  ])('die samen te lang zijn worden ingekort, en zeggen dat: %s', async (_naam, stuk) => {
    const lang = stuk.repeat(Math.ceil(20_000 / stuk.length));
    const blokken: Block[] = Array.from({ length: 4 }, () => [
      { soort: 'alinea' as const, tekst: lang },
      { soort: 'gegevens' as const, rijen: [{ naam: lang, waarde: lang }] },
      { soort: 'tabel' as const, bijschrift: '', koppen: ['a', 'b'], rijen: [[lang, 'Kort']] },
    ]).flat();
    const { bladzijden } = await read([...blokken, { soort: 'alinea', tekst: 'Tot slot.' }]);
    expect(bladzijden.length).toBeLessThanOrEqual(40);
    const alles = bladzijden.join(' ').replaceAll(/\s+/g, ' ');
    expect(alles).toContain('Ingekort: de hele tekst staat in de mail en in het tekstbestand.');
    expect(alles.includes('Tot slot.') || alles.includes('De pdf is hier afgebroken')).toBe(true);
  });

  it('die met heel veel zijn breken af op bladzijde 40, in één keer getagd', async () => {
    const rijen = Array.from({ length: 2000 }, (_, index) => [`Rij ${index}`, 'Kort']);
    const { bladzijden, structuur } = await read([
      { soort: 'tabel', bijschrift: '', koppen: ['a', 'b'], rijen },
    ]);
    expect(bladzijden).toHaveLength(40);
    expect(bladzijden.at(-1)).toContain('De pdf is hier afgebroken');
    expect(structuur).toContain('De pdf is hier afgebroken');
    expect(structuur.match(/TR/g)?.length).toBeLessThan(2000);
  });

  it('van 20.000 tekens lopen door over bladzijden, zonder dat er een woord wegvalt', async () => {
    const woorden = Array.from({ length: 3000 }, (_, index) => `w${index}`);
    const tekst = woorden.join(' ').slice(0, 20_000);
    const blokken: Block[] = [
      { soort: 'alinea', tekst },
      { soort: 'lijst', items: [tekst] },
      { soort: 'gegevens', rijen: [{ naam: 'Onderbouwing', waarde: tekst }] },
      { soort: 'tabel', bijschrift: 'Lang', koppen: ['Wat', 'Hoe'], rijen: [['Kort', tekst]] },
    ];
    for (const blok of blokken) {
      const { bladzijden, structuur } = await read([blok]);
      expect(bladzijden.length, blok.soort).toBeGreaterThan(3);
      expect(structuur.match(/\bw\d+\b/g), blok.soort).toEqual(tekst.match(/\bw\d+\b/g));
    }
  });

  it('van 20.000 tekens zonder spatie breken af binnen de kantlijn', async () => {
    const { bladzijden, structuur } = await read([{ soort: 'alinea', tekst: 'x'.repeat(20_000) }]);
    expect(structuur.match(/x/g)).toHaveLength(20_000);
    const regels = bladzijden.flatMap((tekst) => tekst.split('\n'));
    expect(Math.max(...regels.map(({ length }) => length))).toBeLessThan(150);
  });

  it('staan er goed op: Nederlandse en andere Latijnse letters, aanhalingstekens, tabs en onzichtbare tekens', async () => {
    const { bladzijden } = await read([
      {
        soort: 'alinea',
        tekst:
          '€ é ë ü \u0133 „goed“ ’s Öztürk Łukasz Ayşe\teen\ntwee\u200bdrie\ufeff vier\u202evijf coöper\u00adatie 😀 中 → ▪ gehaald ✅ gemist ✗ ılık i',
      },
    ]);
    const tekst = bladzijden.join('\n');
    for (const stuk of [
      '€ é ë ü ij „goed“ ’s Öztürk Łukasz Ayşe',
      'tweedrie viervijf coöperatie [?] [?] → •',
      'gehaald ✓ gemist ✗ ılık',
    ]) {
      expect(tekst).toContain(stuk);
    }
  });

  it('geven altijd een pdf, met elke Unicode op elke plek', async () => {
    const tekst = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    const blok: fc.Arbitrary<Block> = fc.oneof(
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
        fc.array(fc.record({ kop: tekst, blokken: fc.array(blok, { maxLength: 3 }) }), { maxLength: 2 }),
        async (anders, secties) => {
          const pdf = await renderDocument(toPakket([], { ...anders, secties }));
          const { info, bladzijden } = readPdf(pdf);
          expect(info.get('Tagged')).toBe('yes');
          expect(bladzijden.at(-1)).toContain(`van ${bladzijden.length}`);
        },
      ),
      { numRuns: 25, seed: SEED },
    );
  }, 60_000);
});
