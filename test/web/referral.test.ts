import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { postForm, readForms, readLinks, walkToAdvies } from '../support/form-walker.ts';
import { pressButton } from '../support/press-button.ts';
import { findAddress } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { vignettes } from '../support/vignettes.ts';

const ADDRESS = findAddress('topx');

const app = createTestApp();
const seal = createTestSeal();
const veelpleger = vignettes.find(({ naam }) => naam.startsWith('veelpleger'))?.antwoorden ?? {};

describe('van advies naar e-mail, zonder JavaScript', () => {
  it('loopt van de eerste vraag tot de .eml', async () => {
    const { adres } = await walkToAdvies(app, veelpleger);
    const advies = await request(app).get(adres).expect(200);
    const toForm = readLinks(advies.text).find((href) => href.startsWith('/verwijzen/topx?a=')) ?? '';
    const [form] = readForms((await request(app).get(toForm).expect(200)).text);
    const filledIn = (form?.velden ?? []).map(([naam, waarde]) =>
      naam === 'casuscode'
        ? ([naam, 'TW-2026-014'] as const)
        : naam === 'hulpvraag'
          ? ([naam, 'Eén plan & "rust" <nu>.'] as const)
          : ([naam, waarde] as const),
    );
    const voorbeeld = await postForm(app, form?.action ?? '', filledIn).expect(200);
    expect(voorbeeld.headers['cache-control']).toBe('no-store');
    expect(voorbeeld.text).toContain(ADDRESS);
    expect(readLinks(voorbeeld.text).some((href) => href.startsWith(`mailto:${ADDRESS}?subject=`))).toBe(
      true,
    );
    const eml = await pressButton(app, voorbeeld.text, 'Download als e-mail').expect(200);
    const mail = await PostalMime.parse(eml.text ?? eml.body);
    expect(mail.to?.map(({ address }) => address)).toEqual([ADDRESS]);
    expect(mail.subject).toBe('CONCEPT Aanmelding TopX: casus TW-2026-014');
    expect(mail.text).toContain('Eén plan & "rust" <nu>.');
  });

  it('laat de tekst ook zonder opmaak regel voor regel zien, elk stuk apart', async () => {
    const { text } = await postForm(app, `/verwijzen/topx?a=${seal.seal(veelpleger)}`, [
      ['casuscode', 'TW-1'],
      ['hulpvraag', 'Wie neemt de <regie>?\nEén plan.\n\nEn dan?'],
    ]).expect(200);
    expect(text).toContain('Wie neemt de &lt;regie&gt;?<br>Eén plan.</p><p>En dan?');
  });

  it('houdt bij een fout alles vast wat er was ingevuld', async () => {
    const { text, status } = await postForm(app, `/verwijzen/topx?a=${seal.seal(veelpleger)}`, [
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
    const voorbeeld = await postForm(app, `/verwijzen/topx?a=${seal.seal(veelpleger)}`, [
      ['casuscode', 'TW-1'],
      ['hulpvraag', 'Vraag'],
    ]);
    const { text } = await pressButton(app, voorbeeld.text, 'Wijzig de tekst').expect(200);
    expect(readForms(text)[0]?.velden).toEqual(
      expect.arrayContaining([
        ['casuscode', 'TW-1'],
        ['hulpvraag', 'Vraag'],
      ]),
    );
  });

  it('zegt wat te doen als een mailprogramma het concept alleen laat lezen, waar het concept wordt verstuurd', async () => {
    const preview = async (tafel: string, antwoorden: Readonly<Record<string, unknown>>) =>
      (
        await postForm(app, `/verwijzen/${tafel}?a=${seal.seal(antwoorden as never)}`, [
          ['casuscode', 'TW-1'],
        ]).expect(200)
      ).text;
    expect(await preview('topx', veelpleger)).toContain('Kies dan "Bewerken als nieuw"');
    const perShareFile =
      vignettes.find(({ naam }) => naam.startsWith('instelling met alle'))?.antwoorden ?? {};
    expect(await preview('regiotafel-wlz', perShareFile)).not.toContain('Bewerken als nieuw');
  });

  it('zet niets van wat is ingevuld in een adres', async () => {
    const { text } = await postForm(app, `/verwijzen/topx?a=${seal.seal(veelpleger)}`, [
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
        .get(`/verwijzen/${tafel}?a=${seal.seal(veelpleger)}`)
        .expect(303);
      expect(headers.location).toMatch(/^\/advies\?a=/);
    },
  );

  it('levert ook een tekstbestand en een pdf', async () => {
    const adres = `/verwijzen/topx`;
    const stand = `?a=${seal.seal(veelpleger)}`;
    const txt = await postForm(app, `${adres}/txt${stand}`, [['casuscode', 'TW-1']]).expect(200);
    expect(txt.headers['content-disposition']).toBe('attachment; filename=verwijzing-topx-TW-1.txt');
    expect(txt.text).toContain(`Aan: ${ADDRESS}`);
    const pdf = await postForm(app, `${adres}/pdf${stand}`, [['casuscode', 'TW-1']]).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
  });

  it('zet bij de Regiotafel de laatste dag in de agenda, en waarschuwt als die voorbij is', async () => {
    const antwoorden = vignettes.find(({ naam }) => naam.startsWith('instelling met alle'))?.antwoorden ?? {};
    const stand = `?a=${seal.seal(antwoorden)}`;
    const ics = await postForm(app, `/verwijzen/regiotafel-wlz/ics${stand}`, [
      ['casuscode', 'TW-1'],
      ['overlegdatum', '2026-12-14'],
    ]).expect(200);
    expect(ics.headers['content-type']).toMatch('text/calendar');
    expect(ics.text).toContain('DTSTART;VALUE=DATE:20261123');
    const laat = await postForm(app, `/verwijzen/regiotafel-wlz${stand}`, [
      ['casuscode', 'TW-1'],
      ['overlegdatum', '2026-12-01'],
    ]).expect(200);
    expect(laat.text).toContain('De termijn is voorbij');
    expect(laat.text).not.toContain('Zet de laatste dag in uw agenda');
  });

  it('laat een vondst bewust bevestigen', async () => {
    const stand = `/verwijzen/topx?a=${seal.seal(veelpleger)}`;
    const velden: [string, string][] = [
      ['casuscode', 'TW-1'],
      ['hulpvraag', `Bel ${ADDRESS}`],
    ];
    const first = await postForm(app, stand, velden).expect(200);
    const [, id = ''] = /name="bevestigd" value="([^"]*)"/.exec(first.text) ?? [];
    const daarna = await postForm(app, stand, [...velden, ['bevestigd', id]]).expect(200);
    expect(daarna.text).toMatch(/name="bevestigd" value="[^"]*" checked/);
  });

  it('geeft 404 voor een tafel die er niet is', async () => {
    await request(app).get('/verwijzen/mars').expect(404);
  });
});
