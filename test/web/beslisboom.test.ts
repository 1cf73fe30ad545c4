import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { buildTree } from '../../src/domain/tree/build-tree.ts';
import { readLinks } from '../support/form-walker.ts';
import { advise, content, model, toUitkomst } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';

const app = createTestApp();
const seal = createTestSeal();
const beslisboom = buildTree(model, content.beslisboom);
const { text: html } = await request(app).get('/beslisboom').expect(200);
const list = /<ol class="rdm-boom-lijst">.*<\/ol>/s.exec(html)?.[0] ?? '';

/** The text of a piece of HTML, as somebody reads it. */
function toText(piece: string): string {
  return piece
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}

describe('/beslisboom', () => {
  it('toont het plaatje in de pagina, met een kader dat te schuiven is', () => {
    expect(html).toMatch(/<section class="rdm-boom-kader" aria-label="[^"]+" tabindex="0">\s*<svg /);
    expect(html).toContain('fill="var(--rdm-kleur-primair, #0d5866)"');
    expect(html).not.toMatch(/<style|\sstyle="|<script(?![^>]*src=)/);
  });

  it('zegt als lijst hetzelfde: elke tafel, elk criterium, elke uitkomst en elke voorwaarde', () => {
    const tekst = toText(list);
    for (const { korteNaam, regels } of content.tafels) {
      expect(tekst).toContain(korteNaam);
      for (const criterium of regels.criteria) expect(tekst).toContain(criterium.tekst);
    }
    for (const { naam, tekst: uitleg } of Object.values(content.beslisboom.uitkomsten)) {
      expect(tekst).toContain(`${naam}.`);
      expect(tekst).toContain(uitleg);
    }
    const asked = ['acuutGevaar', 'gemeente', 'signalen', 'lokaalBesproken', 'lokaalVastgelopen'];
    for (const feit of asked) expect(tekst).toContain(model.vraagOf.get(feit)?.vraag);
    for (const { tekst: voorwaarde } of beslisboom.pijlen) expect(tekst).toContain(`${voorwaarde}:`);
  });

  it('is goede HTML, en elke sprong in de pagina komt ergens uit', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off' },
    });
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
    ).toEqual([]);
    for (const href of readLinks(html).filter((link) => link.startsWith('#')))
      expect(html).toContain(`id="${href.slice(1)}"`);
  });

  it('staat in de voettekst', async () => {
    expect(readLinks((await request(app).get('/')).text)).toContain('/beslisboom');
  });
});

describe('de boom als bestand', () => {
  it('is een plaatje op ware grootte', async () => {
    const { headers, body } = await request(app).get('/beslisboom.svg').expect(200);
    expect(headers['content-type']).toBe('image/svg+xml');
    expect(String(body)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    // A picture on its own knows no theme.
    expect(String(body)).not.toContain('var(--');
  });

  it.each([
    ['/beslisboom.mmd', /^%% .*\nflowchart LR\n/],
    ['/beslisboom.dot', /^\/\/ .*\ndigraph beslisboom \{\n/],
  ])('is te downloaden als tekst: %s', async (path, begin) => {
    const { headers, text } = await request(app).get(path).expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename="${path.slice(1)}"`);
    expect(text).toMatch(begin);
    for (const { korteNaam } of content.tafels)
      expect(text.replaceAll(/&amp;|#38;/g, '&')).toContain(korteNaam);
  });
});

describe('de voorbeelden', () => {
  it('tonen elke uitkomst en elke tafel', () => {
    const uitkomsten = new Set(content.voorbeelden.map(({ uitkomst }) => uitkomst));
    expect([...uitkomsten].toSorted()).toEqual(Object.keys(content.beslisboom.uitkomsten).toSorted());
    const tafels = new Set(content.voorbeelden.flatMap((voorbeeld) => voorbeeld.tafels));
    expect([...tafels].toSorted()).toEqual(content.tafels.map(({ id }) => id).toSorted());
  });

  it.each(content.voorbeelden.map(({ id, ...rest }) => [id, rest] as const))(
    '%s leidt naar het advies dat erbij staat',
    async (id, { antwoorden, uitkomst, tafels, naam }) => {
      const adres = `/beslisboom/voorbeeld/${id}`;
      expect(readLinks(html)).toContain(adres);
      expect(toText(html)).toContain(naam);
      const { headers } = await request(app).get(adres).expect(303).expect('Cache-Control', 'no-store');
      const target = new URL(headers.location ?? '', 'http://localhost');
      expect(target.pathname).toBe('/advies');
      const stand = target.searchParams.get('a') ?? '';
      expect(seal.open(stand)).toMatchObject({ antwoorden, isFresh: true });
      // The advice at once: nothing is left to ask.
      await request(app)
        .get(headers.location ?? '')
        .expect(200);
      const advies = toUitkomst(await advise(antwoorden));
      expect(advies.uitkomst).toBe(uitkomst);
      expect([...advies.tafels, ...advies.voorzieningen].toSorted()).toEqual([...tafels].toSorted());
    },
  );

  it('geven twaalf uur geldige antwoorden, op elk moment dat iemand kiest', async () => {
    let now = new Date('2026-11-21T09:00:00Z');
    const laterApp = createTestApp({ now: () => now });
    now = new Date('2026-12-25T09:00:00Z');
    const { headers } = await request(laterApp).get('/beslisboom/voorbeeld/veelpleger').expect(303);
    await request(laterApp)
      .get(headers.location ?? '')
      .expect(200);
  });

  it('bestaan niet onder een andere naam', async () => {
    await request(app).get('/beslisboom/voorbeeld/bestaat-niet').expect(404);
  });
});
