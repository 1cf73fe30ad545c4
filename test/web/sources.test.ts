import { describe, expect, it } from 'vitest';
import { toBronnen, toBronText } from '../../src/web/contact-model.ts';
import { toTafelPage } from '../../src/web/directory/to-tafel-page.ts';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';

const { bronnen } = content;
const app = createTestApp();

/** The lines of each fold with sources on a page. */
async function readFolds(path: string): Promise<string[][]> {
  const { text } = await request(app).get(path).expect(200);
  return [...text.matchAll(/<details class="rdm-bronnen">(.*?)<\/details>/gs)].map(([, fold = '']) =>
    [...fold.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => line),
  );
}

const paths = [
  ...content.tafels.map(({ id, soort }) => (soort === 'voorziening' ? `/${id}` : `/overlegtafels/${id}`)),
  ...content.gemeenten.map(({ id }) => `/gemeenten/${id}`),
  '/clientondersteuning',
];

describe('the sources of a page', () => {
  it.each(paths)('name each document once in a fold: %s', async (path) => {
    const folds = await readFolds(path);
    expect(folds.length).toBeGreaterThan(0);
    for (const fold of folds) {
      const documents = fold.flatMap((line) => {
        const day = /Laatst gecontroleerd.*/.exec(line)?.[0] ?? '';
        return bronnen
          .filter(({ titel }) => line.startsWith(`${titel.replaceAll('&', '&amp;')},`))
          .map(({ id }) => `${id} ${day}`);
      });
      expect(documents).toEqual([...new Set(documents)]);
    }
  });

  it.each(content.tafels.map((tafel) => [tafel.id, tafel] as const))(
    'of whom %s is for are named at the criteria, or after them',
    (_, tafel) => {
      const page = toTafelPage(content, tafel, NOW);
      const atCriteria = new Set(page.criteria.map(({ bron }) => bron));
      expect(page.instroomBronnen.filter(({ bron }) => atCriteria.has(bron))).toEqual([]);
      expect([...atCriteria, ...page.instroomBronnen.map(({ bron }) => bron)]).toContain(
        toBronText(bronnen, tafel.instroom.bron),
      );
    },
  );

  it('do not say a heading that the title of the document ends in', () => {
    expect(toBronText(bronnen, { document: 'augeo-nl', kop: 'Veilig Thuis' })).toBe('Augeo: Veilig Thuis');
    expect(toBronText(bronnen, { document: '113-nl', kop: '113 Zelfmoordpreventie' })).toBe(
      '113 Zelfmoordpreventie',
    );
    expect(toBronText(bronnen, { document: 'augeo-nl', kop: 'Thuis' })).toBe('Augeo: Veilig Thuis, Thuis');
  });

  it('keep apart what was checked on another day', () => {
    const bron = { document: 'augeo-nl', kop: 'Veilig Thuis' };
    expect(
      toBronnen(bronnen, [
        { bron: { ...bron, kop: 'Bellen' }, gecontroleerd: '2026-11-21' },
        { bron: { ...bron, kop: 'Chatten' }, gecontroleerd: '2026-11-21' },
        { bron, gecontroleerd: '2026-11-29' },
        { bron: { ...bron, kop: 'Bellen' } },
      ]),
    ).toEqual([
      { bron: 'Augeo: Veilig Thuis, Bellen; Chatten', gecontroleerd: '21 november 2026' },
      { bron: 'Augeo: Veilig Thuis', gecontroleerd: '29 november 2026' },
    ]);
  });
});
