import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { ROOT } from '../support/real-content.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const GEVAARLIJK = `<script>alert("x")</script> & 'y'`;
/** The same as HTML; a quote may be written in more than one way. */
const SAFE = String.raw`&lt;script&gt;alert\(&quot;x&quot;\)&lt;/script&gt; &amp; &#(?:x27|39);y&#(?:x27|39);`;

const TEMPLATES: Readonly<Record<string, string>> = {
  'layouts/page.hbs': '<title>{{titel}}</title><main>{{{inhoud}}}</main>',
  'partials/naam.hbs': '<b>{{naam}}</b>',
  'pages/groet.hbs': '<p>Dag {{naam}}</p>{{> naam}}',
  'pages/lijst.hbs': '<ul>{{#each dingen}}<li>{{naam}}</li>{{/each}}</ul>',
  'pages/rijk.hbs': '<p title="{{naam}}">{{{html}}}</p>',
  'mail/brief.hbs': 'Dag {{naam}},\n{{> groet}}',
  'mail/partials/groet.hbs': 'Groet van {{afzender}}',
  'pages/geen-sjabloon.txt': '{{naam',
};

/** A folder of templates; returns its root. */
function makeViews(templates: Readonly<Record<string, string>> = TEMPLATES): string {
  const root = makeTempDir();
  for (const [path, tekst] of Object.entries(templates)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), tekst);
  }
  return root;
}

describe('een pagina', () => {
  it('komt in de opmaak van de site, met haar deelsjablonen', () => {
    const html = createViews(makeViews()).renderPage('groet', { titel: 'Groet', naam: 'Kees' });
    expect(html).toBe('<title>Groet</title><main><p>Dag Kees</p><b>Kees</b></main>');
  });

  it('gaat zonder het inspringen van haar sjabloon over de lijn; wat erin staat houdt zijn spaties', () => {
    const views = createViews(
      makeViews({ ...TEMPLATES, 'pages/groet.hbs': '<p>\n    <b>Dag</b>\n  {{naam}}</p>' }),
    );
    const html = views.renderPage('groet', { titel: 'x', naam: 'een\n  twee' });
    expect(html).toContain('<p>\n<b>Dag</b>\neen\n  twee</p>');
  });

  it('maakt tekens van HTML onschadelijk, in tekst, attribuut, lijst en deelsjabloon', () => {
    const views = createViews(makeViews());
    const greeting = views.renderPage('groet', { titel: GEVAARLIJK, naam: GEVAARLIJK });
    expect(greeting).toMatch(
      new RegExp(`^<title>${SAFE}</title><main><p>Dag ${SAFE}</p><b>${SAFE}</b></main>$`),
    );
    const list = views.renderPage('lijst', { titel: 'x', dingen: [{ naam: GEVAARLIJK }] });
    expect(list).toMatch(new RegExp(`<li>${SAFE}</li>`));
    const rich = views.renderPage('rijk', { titel: 'x', naam: '" onclick="', html: '<em>x</em>' });
    expect(rich).toMatch(/<p title="&quot; onclick(?:=|&#x3D;)&quot;"><em>x<\/em><\/p>/);
  });

  it.each<[wat: string, template: string, model: object]>([
    ['in de pagina', 'groet', { titel: 'x' }],
    ['in de opmaak', 'groet', { naam: 'x' }],
    ['in een lijst', 'lijst', { titel: 'x', dingen: [{ naam: 'x' }, {}] }],
  ])('mist geen gegeven zonder dat het opvalt: %s', (_what, template, model) => {
    expect(() => createViews(makeViews()).renderPage(template, model)).toThrow(/not defined/);
  });

  it('mist ook in een deelsjabloon geen gegeven zonder dat het opvalt', () => {
    const views = createViews(makeViews({ ...TEMPLATES, 'pages/groet.hbs': '{{> naam}}' }));
    expect(() => views.renderPage('groet', { titel: 'x' })).toThrow(/"naam" not defined/);
  });

  it('leest geen eigenschappen die niet van het model zelf zijn', () => {
    const views = createViews(makeViews({ ...TEMPLATES, 'pages/groet.hbs': '{{constructor.name}}' }));
    expect(() => views.renderPage('groet', { titel: 'x' })).toThrow();
  });

  it('moet bestaan', () => {
    const views = createViews(makeViews());
    expect(() => views.renderPage('mars', { titel: 'x' })).toThrow('De sjabloon mars bestaat niet.');
    expect(() => views.renderPage('brief', { titel: 'x' })).toThrow('De sjabloon brief bestaat niet.');
    expect(() => views.renderPage('../mail/brief', { titel: 'x' })).toThrow('bestaat niet');
    expect(() => views.renderPage('constructor', { titel: 'x' })).toThrow('bestaat niet');
  });
});

describe('een tekst', () => {
  it('blijft zoals hij is: een mail is geen HTML', () => {
    const tekst = createViews(makeViews()).renderText('brief', { naam: GEVAARLIJK, afzender: 'Jan & Co' });
    expect(tekst).toBe(`Dag ${GEVAARLIJK},\nGroet van Jan & Co`);
  });

  it('mist geen gegeven zonder dat het opvalt, ook niet in een deelsjabloon', () => {
    const views = createViews(makeViews());
    expect(() => views.renderText('brief', { afzender: 'x' })).toThrow(/"naam" not defined/);
    expect(() => views.renderText('brief', { naam: 'x' })).toThrow(/"afzender" not defined/);
  });

  it('moet bestaan', () => {
    expect(() => createViews(makeViews()).renderText('groet', {})).toThrow('De sjabloon groet bestaat niet.');
  });
});

describe('de sjablonen', () => {
  it('worden één keer gelezen, bij de start', () => {
    const root = makeViews();
    const views = createViews(root);
    writeFileSync(join(root, 'pages/groet.hbs'), 'anders');
    rmSync(join(root, 'layouts/page.hbs'));
    expect(views.renderPage('groet', { titel: 'Groet', naam: 'Kees' })).toContain('Dag Kees');
  });

  it('hebben een opmaak nodig', () => {
    expect(() =>
      createViews(makeViews({ ...TEMPLATES, 'layouts/page.hbs': '', 'layouts/anders.hbs': '' })),
    ).not.toThrow();
    const root = makeViews({ ...TEMPLATES, 'layouts/anders.hbs': '' });
    rmSync(join(root, 'layouts/page.hbs'));
    expect(() => createViews(root)).toThrow('views/layouts/page.hbs ontbreekt.');
  });

  it('die verkeerd zijn geschreven of ontbreken, worden allemaal tegelijk genoemd', () => {
    const root = makeViews({ ...TEMPLATES, 'pages/groet.hbs': '{{#if x}}', 'mail/brief.hbs': '{{' });
    rmSync(join(root, 'partials'), { recursive: true });
    expect(() => createViews(root)).toThrow(
      /^views\/partials is niet te lezen \(ENOENT\).*\nviews\/pages\/groet\.hbs: dit sjabloon .*\nviews\/mail\/brief\.hbs: /,
    );
  });

  it('van de site zelf zijn alle te lezen', () => {
    const root = makeTempDir();
    cpSync(join(ROOT, 'views'), root, { recursive: true });
    expect(() => createViews(root)).not.toThrow();
  });
});
