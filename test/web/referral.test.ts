import PostalMime from 'postal-mime';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { postForm, readForms, readLinks, walkToAdvies } from '../support/form-walker.ts';
import { createTestApp, createTestZegel } from '../support/test-app.ts';
import { vignettes } from '../support/vignettes.ts';

const app = createTestApp();
const zegel = createTestZegel();
const veelpleger = vignettes.find(({ naam }) => naam.startsWith('veelpleger'))?.antwoorden ?? {};

describe('van advies naar e-mail, zonder JavaScript', () => {
  it('loopt van de eerste vraag tot de .eml', async () => {
    const { adres } = await walkToAdvies(app, veelpleger);
    const advies = await request(app).get(adres).expect(200);
    const naarFormulier = readLinks(advies.text).find((href) => href.startsWith('/verwijzen/topx?a=')) ?? '';
    const [formulier] = readForms((await request(app).get(naarFormulier).expect(200)).text);
    const ingevuld = (formulier?.velden ?? []).map(([naam, waarde]) =>
      naam === 'casuscode'
        ? ([naam, 'TW-2026-014'] as const)
        : naam === 'hulpvraag'
          ? ([naam, 'Eén plan & "rust" <nu>.'] as const)
          : ([naam, waarde] as const),
    );
    const voorbeeld = await postForm(app, formulier?.action ?? '', ingevuld).expect(200);
    expect(voorbeeld.headers['cache-control']).toBe('no-store');
    expect(voorbeeld.text).toContain('info@veiligheidshuistwente.nl');
    expect(
      readLinks(voorbeeld.text).some((href) =>
        href.startsWith('mailto:info%40veiligheidshuistwente.nl?subject='),
      ),
    ).toBe(true);
    const [meenemen] = readForms(voorbeeld.text);
    const eml = await postForm(app, meenemen?.action ?? '', meenemen?.velden ?? []).expect(200);
    const mail = await PostalMime.parse(eml.text ?? eml.body);
    expect(mail.to?.map(({ address }) => address)).toEqual(['info@veiligheidshuistwente.nl']);
    expect(mail.subject).toBe('Aanmelding TopX: casus TW-2026-014');
    expect(mail.text).toContain('Eén plan & "rust" <nu>.');
  });

  it('houdt bij een fout alles vast wat er was ingevuld', async () => {
    const { text, status } = await postForm(app, `/verwijzen/topx?a=${zegel.seal(veelpleger)}`, [
      ['casuscode', 'Jansen'],
      ['hulpvraag', 'Mijn <vraag>'],
    ]);
    expect(status).toBe(400);
    expect(text).toContain('<title>Fout: ');
    expect(text).toContain('href="#casuscode"');
    expect(readForms(text)[0]?.velden).toEqual(
      expect.arrayContaining([
        ['casuscode', 'Jansen'],
        ['hulpvraag', 'Mijn <vraag>'],
      ]),
    );
  });

  it('gaat met "Wijzig de tekst" terug naar het ingevulde formulier', async () => {
    const voorbeeld = await postForm(app, `/verwijzen/topx?a=${zegel.seal(veelpleger)}`, [
      ['casuscode', 'TW-1'],
      ['hulpvraag', 'Vraag'],
    ]);
    const wijzigen =
      /formaction="([^"]*)"/.exec(voorbeeld.text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ??
      '';
    const { text } = await postForm(app, wijzigen, readForms(voorbeeld.text)[0]?.velden ?? []).expect(200);
    expect(readForms(text)[0]?.velden).toEqual(
      expect.arrayContaining([
        ['casuscode', 'TW-1'],
        ['hulpvraag', 'Vraag'],
      ]),
    );
  });

  it('zet niets van wat is ingevuld in een adres', async () => {
    const { text } = await postForm(app, `/verwijzen/topx?a=${zegel.seal(veelpleger)}`, [
      ['casuscode', 'TW-777'],
      ['hulpvraag', 'geheimpje'],
    ]);
    for (const href of readLinks(text).filter((link) => !link.startsWith('mailto:'))) {
      expect(href).not.toMatch(/TW-777|geheimpje/);
    }
  });

  it.each(['levensloopaanpak', 'crisisteam-zorgkantoor'])(
    'stuurt bij een tafel die niet past terug naar het advies: %s',
    async (tafel) => {
      const { headers } = await request(app)
        .get(`/verwijzen/${tafel}?a=${zegel.seal(veelpleger)}`)
        .expect(303);
      expect(headers.location).toMatch(/^\/advies\?a=/);
    },
  );

  it('geeft 404 voor een tafel die er niet is', async () => {
    await request(app).get('/verwijzen/mars').expect(404);
  });
});
