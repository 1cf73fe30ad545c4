import { describe, expect, it } from 'vitest';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';

const app = createTestApp();
const get = (query: Record<string, string>) => request(app).get('/zoeken').query(query);

describe('/zoeken', () => {
  it('shows the form, and nothing else, without a search', async () => {
    const { text, headers } = await get({}).expect(200);
    expect(text).toMatch(/<form[^>]*action="\/zoeken"[^>]*method="get"/);
    expect(text).toContain('name="q" value=""');
    expect(text).not.toContain('Niets gevonden');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    expect((await get({ q: '  ' })).text).not.toContain('Niets gevonden');
  });

  it('has the best answer on top, with a way to reach it, and the words of the list last', async () => {
    const { text: page } = await get({ q: 'verward gedrag' }).expect(200);
    const [, best = ''] = /Beste antwoord([\s\S]*?)<\/section>/.exec(page) ?? [];
    expect(best).toContain('<a class="utrecht-link utrecht-link--html-a" href="tel:0534876969">');
    expect(best).toMatch(/utrecht-button-link[^>]*href="tel:0534876969"/);
    const kinds = [...page.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, kind]) => kind);
    expect(kinds.indexOf('Woordenlijst')).toBe(kinds.length - 1);
    const { text: place } = await get({ q: 'Nijverdal' }).expect(200);
    expect(place).toMatch(/Beste antwoord[\s\S]*href="\/gemeenten\/hellendoorn"[\s\S]*utrecht-button-link/);
  });

  it.each(content.noodnummers.filter(({ kies }) => kies !== null))(
    'leads from $naam to its number',
    async ({ naam, kies }) => {
      const { text } = await get({ q: naam }).expect(200);
      expect(text).toContain(`href="tel:${kies}">${naam}`);
      expect(text).not.toMatch(new RegExp(`href="/#gevaar">${naam}`));
    },
  );

  it.each(['mediant telefoonnummer', 'zorgkantoor telefoonnummer', 'menzis telefoon', 'mediant bellen'])(
    'says that no number is known, before any other way: %s',
    async (q) => {
      const { text } = await get({ q }).expect(200);
      const [, best = ''] = /Beste antwoord([\s\S]*?)<\/section>/.exec(text) ?? [];
      expect(best).toMatch(/Wij kennen hiervan geen telefoonnummer[\s\S]*Kijk op de website/);
      expect(best).toMatch(/geen telefoonnummer[\s\S]*primary-action" href="https:/);
    },
  );

  it('gives who asks for a number that number first, an old one with its year', async () => {
    const bestOf = async (q: string) =>
      /Beste antwoord([\s\S]*?)<\/section>/.exec((await get({ q }).expect(200)).text)?.[1] ?? '';
    expect(await bestOf('politie telefoonnummer')).toMatch(/primary-action" href="tel:09008844"/);
    const gemeente = await bestOf('gemeente Enschede telefoonnummer');
    expect(gemeente).toMatch(/href="tel:14053">14 053<\/a>. Laatst bekend in 2020[\s\S]*primary-action/);
    expect(gemeente).not.toContain('geen telefoonnummer');
    expect(await bestOf('huisarts bellen')).not.toContain('href="mailto:');
    expect(await bestOf('crisisteam bellen')).toContain('Bel het algemene nummer van uw zorgkantoor');
    expect(await bestOf('mediant')).not.toContain('geen telefoonnummer');
  });

  it('shows hits under what they are, with why they match', async () => {
    const { text } = await get({ q: 'crisisdienst' }).expect(200);
    expect(text).toContain('<title>Zoeken naar crisisdienst - ');
    expect(text).toContain('value="crisisdienst"');
    expect(text).toMatch(
      /Beste antwoord[\s\S]*Huisarts of huisartsenpost[\s\S]*<h3>Overlegtafels en teams<\/h3>/,
    );
    expect(text).toContain('Bij “crisisdienst” verwijzen wij naar: Huisarts of huisartsenpost.');
    expect(text).toContain('href="/overlegtafels/crisisteam-zorgkantoor"');
  });

  it('offers a way on when nothing is found', async () => {
    const { text } = await get({ q: 'xyzzyx' }).expect(200);
    expect(text).toContain('Niets gevonden voor “xyzzyx”');
    const wegen = text.slice(text.indexOf('Niets gevonden'));
    for (const href of ['/vragen', '/gemeenten', '/woordenlijst', '/overlegtafels', 'tel:0534876969']) {
      expect(wegen).toContain(`href="${href}"`);
    }
  });

  it('shows what was typed as text only', async () => {
    const { text } = await get({ q: '<script>alert(1)</script>" onfocus="x' }).expect(200);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toMatch(/" onfocus="/);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('looks at the first 100 characters and says so', async () => {
    const { text } = await get({ q: `wachtlijst ${'x'.repeat(400)}` }).expect(200);
    expect(text).toContain('Wij zochten op de eerste 100 tekens.');
    expect(text).toContain('Triage- &amp; Transfertafel');
    expect(text).not.toContain('x'.repeat(101));
  });

  it('refuses two searches at once', async () => {
    await request(app).get('/zoeken?q=a&q=b').expect(400);
  });
});
