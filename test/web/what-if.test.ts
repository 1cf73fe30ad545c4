import { describe, expect, it } from 'vitest';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { toShare } from '../../src/domain/proof/proof-words.ts';
import { toWhatIf } from '../../src/domain/proof/what-if.ts';
import { readLinks } from '../support/form-walker.ts';
import { findHtmlFaults } from '../support/html-faults.ts';
import { advise, content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';

const app = createTestApp();
const seal = createTestSeal();
const { uitkomsten, tafels, paren, gevallen } = toWhatIf(content);

describe('een aandeel', () => {
  it.each([
    [0n, 5n, { soort: 'geen' }],
    [1n, 3n, { soort: 'procent', aantal: '33,3' }],
    [2n, 3n, { soort: 'procent', aantal: '66,7' }],
    [9_999n, 10_000n, { soort: 'procent', aantal: '99,9' }],
    [3n, 3n, { soort: 'procent', aantal: '100' }],
    [1n, 10n, { soort: 'eenOp', aantal: '10' }],
    [2n, 7_001n, { soort: 'eenOp', aantal: '3.501' }],
    [1n, 10n ** 30n, { soort: 'eenOp', aantal: `1${'.000'.repeat(10)}` }],
  ])('van %s op %s', (part, whole, share) => {
    expect(toShare(part, whole)).toEqual(share);
  });
});

describe('wat alle gevallen zeggen', () => {
  it('is bij elke uitkomst een aandeel, en het kleinste geval waarin het zo is', async () => {
    expect(uitkomsten.map(({ uitkomst }) => uitkomst)).toEqual(UITKOMSTEN);
    for (const { uitkomst, voorbeeld } of uitkomsten)
      expect((await advise(voorbeeld ?? {})).uitkomst).toBe(uitkomst);
    expect(uitkomsten.find(({ uitkomst }) => uitkomst === 'belNu')).toMatchObject({
      aandeel: { soort: 'procent', aantal: '25' },
      voorbeeld: { acuutGevaar: 'ja' },
    });
  });

  it('is van elke tafel hoe vaak zij past als ernaar wordt gekeken', () => {
    expect(tafels).toHaveLength(content.tafels.length);
    // Eight criteria with one good answer of four each.
    expect(tafels.find(({ tafel }) => tafel === 'hoogcomplex-oostnl')?.past).toEqual({
      soort: 'eenOp',
      aantal: (4 ** 8).toLocaleString('nl-NL'),
    });
  });

  it('is van elk paar van tafels wanneer beide passen, en wanneer maar een', async () => {
    expect(paren).toHaveLength((content.tafels.length * (content.tafels.length - 1)) / 2);
    for (const { een, ander, beide, alleenEen, alleenAnder } of paren) {
      for (const [geval, verwacht] of [
        [beide, [true, true]],
        [alleenEen, [true, false]],
        [alleenAnder, [false, true]],
      ] as const) {
        if (geval.voorbeeld === null) continue;
        const advies = await advise(geval.voorbeeld);
        const listed = [...advies.tafels, ...advies.daarna, ...advies.voorzieningen];
        expect([listed.includes(een), listed.includes(ander)]).toEqual(verwacht);
        expect(gevallen.get(geval.id)).toEqual(geval.voorbeeld);
      }
    }
  });

  it('wordt van dezelfde inhoud één keer uitgerekend', () => {
    expect(toWhatIf(content)).toBe(toWhatIf(content));
  });
});

describe('/beslisboom', () => {
  it('zegt hoe zeldzaam elk advies is, en dat dat niets over mensen zegt', async () => {
    const { text } = await request(app).get('/beslisboom').expect(200);
    expect(text).toContain('<h2 id="wat-als">Wat als?</h2>');
    expect(text).toContain('Zeldzaam zegt hier iets over de antwoorden, niet over mensen.');
    for (const { naam } of Object.values(content.beslisboom.uitkomsten))
      expect(text).toMatch(new RegExp(`<p><strong>${naam}</strong>: [\\d.,]+ (%|op de [\\d.]+)`));
    expect(readLinks(text)).toContain('/beslisboom/twee-tafels');
  });

  it('leidt van elk getoond geval de vragen in, met die antwoorden', async () => {
    for (const [id, antwoorden] of gevallen) {
      const { headers } = await request(app).get(`/beslisboom/geval/${id}`).expect(303);
      const stand = new URL(String(headers.location), 'http://localhost').searchParams.get('a') ?? '';
      expect(seal.open(stand)).toMatchObject({ antwoorden });
    }
    await request(app).get('/beslisboom/geval/bestaat-niet').expect(404);
  });
});

describe('/beslisboom/twee-tafels', () => {
  const path = '/beslisboom/twee-tafels';

  it('laat kiezen, zonder JavaScript', async () => {
    const { text } = await request(app).get(path).expect(200);
    expect(text).toMatch(/<form [^>]*method="get" action="\/beslisboom\/twee-tafels">/);
    expect(text.match(/<select [^>]*name="(een|ander)">/g)).toHaveLength(2);
    expect(text).not.toContain('passen allebei</h2>');
  });

  it('zet er twee naast elkaar, in welke volgorde ook gekozen', async () => {
    for (const query of ['een=topx&ander=hoogcomplex-oostnl', 'een=hoogcomplex-oostnl&ander=topx']) {
      const { text } = await request(app).get(`${path}?${query}`).expect(200);
      expect(text).toContain('<h2>TopX en Hoogcomplex OostNL passen allebei</h2>');
      expect(text).toContain('<h2>TopX past, Hoogcomplex OostNL niet</h2>');
      expect(text).toContain('<h2>Hoogcomplex OostNL past, TopX niet</h2>');
      expect(readLinks(text)).toContain('/beslisboom/geval/topx.hoogcomplex-oostnl.beide');
      expect(readLinks(text)).toContain('/overlegtafels/vergelijken?t=topx&t=hoogcomplex-oostnl');
      expect(await findHtmlFaults(text)).toEqual([]);
    }
  });

  it.each(['een=topx&ander=topx', 'een=topx', 'een=bestaat-niet&ander=topx', 'een=&ander='])(
    'vraagt bij %s om twee verschillende',
    async (query) => {
      const { text } = await request(app).get(`${path}?${query}`).expect(200);
      expect(text).not.toContain('passen allebei</h2>');
      if (query !== 'een=&ander=') expect(text).toContain('<p>Kies twee verschillende tafels.</p>');
    },
  );
});
