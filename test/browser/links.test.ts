import { expect, it } from 'vitest';
import { crawl } from '../support/crawl.ts';
import { site } from '../support/site.ts';
import { PAGINAS } from './pages.ts';

// Whether links lead somewhere is tested without a browser, in test/web/links.test.ts.
const paginas = await crawl(async (pad) => {
  const antwoord = await fetch(site.url + pad);
  const isPagina = antwoord.headers.get('content-type')?.startsWith('text/html') === true;
  const html = await antwoord.text();
  return { status: antwoord.status, html: isPagina ? html : '' };
});

it('elke pagina zonder antwoorden staat in de lijst van soorten pagina’s, of lijkt op een andere', () => {
  const lijst = new Set(PAGINAS.map(({ pad }) => pad));
  const gelijk = [
    /^\/vragen$/,
    /^\/klopt-niet\?/,
    /^\/gemeenten\/[\w-]+$/,
    /^\/organisaties\/[\w-]+$/,
    /^\/beslisboom\/voorbeeld\/[\w-]+$/,
    /\/toets$/,
    /^\/u-werkt-bij\/[\w-]+\/vragen$/,
  ];
  const ontbreekt = [...paginas]
    .filter(([pad, { html }]) => html !== '' && !lijst.has(pad) && !gelijk.some((vorm) => vorm.test(pad)))
    .map(([pad]) => pad);
  expect(ontbreekt, 'zet ze in pages.ts').toEqual([]);
});
