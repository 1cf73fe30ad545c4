import { expect, it } from 'vitest';
import { crawl } from '../support/crawl.ts';
import { site } from '../support/site.ts';
import { PAGES } from './pages.ts';

// Whether links lead somewhere is tested without a browser, in test/web/links.test.ts.
const pages = await crawl(async (path) => {
  const antwoord = await fetch(site.url + path);
  const isPage = antwoord.headers.get('content-type')?.startsWith('text/html') === true;
  const html = await antwoord.text();
  return { status: antwoord.status, html: isPage ? html : '' };
});

it('elke pagina zonder antwoorden staat in de lijst van soorten pagina’s, of lijkt op een andere', () => {
  const list = new Set(PAGES.map(({ pad }) => pad));
  const equal = [
    /^\/vragen$/,
    /^\/klopt-niet\?/,
    /^\/gemeenten\/[\w-]+$/,
    /^\/organisaties\/[\w-]+$/,
    /^\/beslisboom\/(?:voorbeeld|geval)\/[\w-]+$/,
    /^\/beslisboom\/twee-tafels$/,
    /\/toets$/,
    /^\/u-werkt-bij\/[\w-]+\/vragen$/,
  ];
  const ontbreekt = [...pages]
    .filter(([path, { html }]) => html !== '' && !list.has(path) && !equal.some((shape) => shape.test(path)))
    .map(([path]) => path);
  expect(ontbreekt, 'zet ze in pages.ts').toEqual([]);
});
