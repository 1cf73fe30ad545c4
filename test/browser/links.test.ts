import { describe, expect, it } from 'vitest';
import { findHtmlFouten } from '../support/page-checks.ts';
import { site, siteContent, withStand } from '../support/site.ts';
import { PAGINAS } from './pages.ts';

interface Gevonden {
  readonly status: number;
  /** Empty when it is not a page. */
  readonly html: string;
}

/** Every address that links without answers in them lead to, from the home page. */
async function crawl(): Promise<Map<string, Gevonden>> {
  const gevonden = new Map<string, Gevonden>();
  const teGaan = ['/'];
  for (let pad = teGaan.pop(); pad !== undefined; pad = teGaan.pop()) {
    if (gevonden.has(pad)) continue;
    // Checking all that HTML keeps this process busy for longer than the server holds an idle connection.
    const antwoord = await fetch(site.url + pad, { headers: { Connection: 'close' } });
    const isPagina = antwoord.headers.get('content-type')?.startsWith('text/html') === true;
    const html = await antwoord.text();
    gevonden.set(pad, { status: antwoord.status, html: isPagina ? html : '' });
    const verder = readHrefs(html).filter((href) => /^\/(?!.*\?a=)/.test(href));
    if (isPagina) teGaan.push(...verder.map((href) => href.replace(/#.*/, '')));
  }
  return gevonden;
}

function readHrefs(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&#x3D;', '='),
  );
}

const paginas = await crawl();

describe('alles wat vanaf de startpagina te bereiken is', () => {
  it('bestaat', () => {
    expect([...paginas].filter(([, { status }]) => status !== 200).map(([pad]) => pad)).toEqual([]);
    expect(paginas.size).toBeGreaterThan(30);
  });

  it('is goede HTML', async () => {
    for (const [pad, { html }] of paginas) {
      if (html !== '') expect(await findHtmlFouten(html), pad).toEqual([]);
    }
  });

  it('heeft de plek waar een link naar wijst', () => {
    for (const [pad, { html }] of paginas) {
      for (const href of readHrefs(html).filter((link) => /^(\/[^?]*)?#/.test(link))) {
        const [doel = '', plek = ''] = href.split('#');
        expect(paginas.get(doel || pad)?.html, `${href} op ${pad}`).toContain(`id="${plek}"`);
      }
    }
  });
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

describe('elke vraag', () => {
  it.each(siteContent.vragen)('is goede HTML: $slug', async ({ slug, feit }) => {
    // After "outside Twente" every question that matters can be opened; these answers make them all matter.
    const antwoorden = { gemeente: 'buiten-twente', lokaalBesproken: 'ja', signalen: ['weetNiet'] };
    const antwoord = await fetch(site.url + withStand(`/vragen/${slug}`, antwoorden), {
      redirect: 'manual',
    });
    expect(antwoord.status).toBe(200);
    const html = await antwoord.text();
    expect(html).toContain(`name="${feit}"`);
    expect(await findHtmlFouten(html)).toEqual([]);
  });
});
