import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toAanmelder } from '../../src/domain/advice/advies.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { type Contact, isCurrent } from '../../src/domain/model/contact.ts';
import type { Content } from '../../src/domain/model/content.ts';
import { listGemeenteContacten } from '../../src/domain/model/gemeente.ts';
import { ROL } from '../../src/domain/model/routing-facts.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { toContactButtons, toContactModel } from '../../src/web/contact-model.ts';
import { listDirectoryPages } from '../../src/web/directory/list-directory-pages.ts';
import { toComparisonPage } from '../../src/web/directory/to-comparison-page.ts';
import { toGemeentenPage, toGemeentePage } from '../../src/web/directory/to-gemeente-page.ts';
import { toWoordenlijstPage } from '../../src/web/directory/to-woordenlijst-page.ts';
import { createRenderPage } from '../../src/web/page.ts';
import { toStartpuntPage } from '../../src/web/roles/list-startpunt-pages.ts';
import { toTafelHref } from '../../src/web/tafel-presentation.ts';
import { content, model, ROOT } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';
import { say } from '../support/texts.ts';

const app = createTestApp();
const rollen = model.vraagOf.get(ROL)?.opties.map(({ id }) => id) ?? [];

function findTafel(id: string) {
  const tafel = content.tafels.find((candidate) => candidate.id === id);
  if (!tafel) throw new Error(`Er is geen tafel ${id}.`);
  return tafel;
}

describe('de pagina per rol', () => {
  it('is er voor elke rol, en staat in de lijst', async () => {
    const { text } = await request(app).get('/u-werkt-bij').expect(200);
    expect(rollen).toHaveLength(18);
    for (const rol of rollen) {
      expect(text, rol).toContain(`href="/u-werkt-bij/${rol}"`);
      await request(app).get(`/u-werkt-bij/${rol}`).expect(200);
    }
    await request(app).get('/u-werkt-bij/bestaat-niet').expect(404);
  });

  it.each(rollen)('noemt elke tafel één keer: zelf, of via wie wel mag (%s)', (rol) => {
    const startpunt = content.startpunten.find(({ id }) => id === rol);
    if (!startpunt) throw new Error(`Er is geen startpunt ${rol}.`);
    const page = toStartpuntPage(say, content, startpunt);
    const own = [...page.meteen, ...page.zelf].map(({ naam }) => naam);
    const via = page.via.flatMap(({ tafels }) => tafels.map(({ naam }) => naam));
    expect([...own, ...via].toSorted()).toEqual(content.tafels.map(({ naam }) => naam).toSorted());
    const mag = content.tafels.filter((tafel) => toAanmelder(tafel, rol).mag);
    expect(own.toSorted()).toEqual(mag.map(({ naam }) => naam).toSorted());
    expect(page.klaar.length).toBeGreaterThan(3);
  });

  it('stuurt wie niet zelf mag naar de gemeente, en begint bij een inwoner bij de cliëntondersteuner', async () => {
    const corporatie = await request(app).get('/u-werkt-bij/woningcorporatie');
    expect(corporatie.text).toContain('U werkt bij een woningcorporatie: zo begint u');
    expect(corporatie.text).toContain('href="/organisaties/meldpunt-woningvervuiling-twente"');
    expect(corporatie.text).toContain('Ook een huurschuld bespreekt u met het wijkteam');
    expect(corporatie.text).toContain('wijkteam of de procesmanager van de gemeente waar de persoon woont');
    expect(corporatie.text).toContain('U meldt niet zelf aan');
    const inwoner = await request(app).get('/u-werkt-bij/inwoner');
    expect(inwoner.text).toContain('Vraag een onafhankelijke cliëntondersteuner.');
    expect(inwoner.text).not.toContain('casuscode');
    const politie = await request(app).get('/u-werkt-bij/politie');
    expect(politie.text).toMatch(/Altijd in overleg met<\/dt>\s*<dd[^>]*>de procesmanager van de gemeente/);
    expect((await request(app).get('/u-werkt-bij/procesmanager')).text).not.toContain(
      'Altijd in overleg met',
    );
  });

  it('begint de vragen met de rol al gekozen, zonder die in het adres te zetten', async () => {
    const { headers } = await request(app).get('/u-werkt-bij/politie/vragen').expect(303);
    const adres = new URL(String(headers.location), 'http://localhost');
    expect(adres.search).not.toContain('politie');
    expect(createTestSeal().open(adres.searchParams.get('a') ?? '')).toMatchObject({
      antwoorden: { rol: 'politie' },
    });
  });
});

describe('wie mag aanmelden, op de pagina van een tafel', () => {
  it('zegt één keer met wie men eerst overlegt, voordat er staat wie het voor een ander doet', async () => {
    const { text } = await request(app).get('/overlegtafels/topx').expect(200);
    const [, part = ''] = /id="wie-mag-aanmelden">(.*?)<h2/s.exec(text) ?? [];
    expect(part.match(/overleg (altijd eerst )?met de procesmanager/gi)).toHaveLength(1);
    expect(part).toContain(
      'Overleg altijd eerst met de procesmanager van de gemeente. Hebt u een andere rol? Vraag dan de procesmanager',
    );
    const { text: triage } = await request(app).get('/overlegtafels/triage-transfertafel').expect(200);
    expect(triage).not.toContain('Overleg altijd eerst');
  });
});

describe('the list of gemeenten', () => {
  it('gives the number to call first in each, an old one with its year', async () => {
    const { text } = await request(app).get('/gemeenten').expect(200);
    const rows = new Map(
      [...text.matchAll(/<tr[^>]*>\s*<th[^>]*scope="row">(.*?)<\/th>\s*<td[^>]*>(.*?)<\/td>/gs)].map(
        ([, naam = '', cell = '']) => [naam.replaceAll(/<[^>]+>/g, ''), cell],
      ),
    );
    expect([...rows.keys()]).toEqual(content.gemeenten.map(({ naam }) => naam));
    expect(rows.get('Almelo')).toMatch(/^<a [^>]*href="tel:0546541111">0546-541111<\/a>$/);
    expect(rows.get('Borne')).toMatch(/href="tel:0742658590">Sociaal Hus: 074-2658590<\/a>$/);
    expect(rows.get('Hengelo')).toMatch(
      /href="tel:0742453191">Zorgloket Hengelo: 074-2453191<\/a>, laatst bekend in 2021$/,
    );
  });

  it('says so where no number is known', () => {
    const gemeenten = content.gemeenten.map((gemeente) => ({
      ...gemeente,
      algemeen: [],
      lokaleIngang: { ...gemeente.lokaleIngang, contacten: [] },
    }));
    const { rijen } = toGemeentenPage(say, { ...content, gemeenten }).gemeenten;
    expect(rijen.map(({ cellen: [number] }) => number?.tekst)).toEqual(gemeenten.map(() => 'niet bekend'));
  });
});

describe('tafels vergelijken', () => {
  it('zet de gekozen tafels naast elkaar, in de volgorde van de ladder', async () => {
    const { text } = await request(app)
      .get('/overlegtafels/vergelijken?t=levensloopaanpak&t=topx')
      .expect(200);
    expect(text).toMatch(/>Onderwerp<\/th>\s*<th[^>]*>TopX<\/th>\s*<th[^>]*>Levensloopaanpak<\/th>/);
    expect(text).toMatch(/value="topx" checked/);
    expect(text).not.toMatch(/value="regiotafel-wlz" checked/);
  });

  it('toont zonder keuze van elke tafel alleen wie aanmeldt, hoe en wanneer', () => {
    const { naast, perOnderwerp, kort } = toComparisonPage(say, content, [], false);
    expect([naast, perOnderwerp]).toEqual([null, []]);
    expect(kort?.koppen).toEqual(['Tafel', 'Wie meldt aan', 'Hoe', 'Termijn']);
    expect(kort?.rijen.map(({ kop }) => kop.tekst)).toEqual(content.tafels.map(({ korteNaam }) => korteNaam));
  });

  it('toont veel gekozen tafels per onderwerp, met alle onderwerpen', () => {
    const { naast, perOnderwerp, kort } = toComparisonPage(say, content, content.tafels, false);
    expect([naast, kort]).toEqual([null, null]);
    for (const { cellen } of perOnderwerp) expect(cellen).toHaveLength(content.tafels.length);
    expect(perOnderwerp.map(({ kop }) => kop.tekst)).toEqual(
      expect.arrayContaining([
        'Trede',
        'Doel',
        'Instroom',
        'Wie mag aanmelden',
        'Hoe u aanmeldt',
        'Termijn',
        'Hoe vaak',
        'Onder regie van',
        'Wie zit er',
        'Uitstroom',
        'Cliëntondersteuning',
      ]),
    );
  });

  it('verzint niets: wat niet bekend is, staat er zo, en wat van geen van de tafels bekend is, staat er niet', () => {
    const compare = (...ids: string[]) => {
      const { naast } = toComparisonPage(say, content, ids.map(findTafel), false);
      return (kop: string) =>
        naast?.rijen.find((candidate) => candidate.kop.tekst === kop)?.cellen.map(({ tekst }) => tekst);
    };
    expect(compare('topx', 'regiotafel-wlz')('Termijn')).toEqual([
      'Niet bekend',
      'Lever de casus uiterlijk drie weken (21 dagen) voor het overleg in.',
    ]);
    expect(compare('topx', 'levensloopaanpak')('Termijn')).toBeUndefined();
  });

  it('laat een onbekende tafel weg en zegt dat, zonder die te herhalen', async () => {
    const { text } = await request(app).get('/overlegtafels/vergelijken?t=topx&t=%3Cscript%3E').expect(200);
    expect(text).toContain('Een van de gekozen tafels kennen wij niet.');
    expect(text).not.toContain('script%3E');
    expect(text).not.toContain('&lt;script');
  });
});

describe('de rollen', () => {
  it('zijn te beperken tot één rol, die dan openstaat', async () => {
    const all = await request(app).get('/rollen').expect(200);
    const een = await request(app).get('/rollen?rol=casuscoordinator-ggz').expect(200);
    expect(all.text.match(/<section id=/g)).toHaveLength(3);
    expect(all.text).toContain('<option value="">Alle rollen</option>');
    expect(een.text.match(/<section id=/g)).toHaveLength(1);
    expect(een.text).toContain('<details class="rdm-uitklap" open>');
    expect((await request(app).get('/rollen?rol=')).text.match(/<section id=/g)).toHaveLength(3);
    expect((await request(app).get('/rollen?rol=x').expect(200)).text).toContain('Deze rol kennen wij niet.');
  });
});

describe('de pagina van een gemeente', () => {
  it.each(content.gemeenten)('wijst de weg naar elke tafel, en naar het P10-team van $naam', (gemeente) => {
    const { tafels, voorzieningen } = toGemeentePage(say, content, gemeente, NOW);
    expect(tafels).toHaveLength(7);
    const ggz = content.organisaties.find(({ id }) => id === gemeente.ggzWerkgebied.organisatie);
    expect(voorzieningen[0]?.ontvanger).toContain(ggz ? `van ${ggz.naam}` : 'Mediant of Dimence');
  });

  it('leidt naar de lijst van tafels als het er meer zijn dan iemand overziet', () => {
    const render = createRenderPage(
      { views: createViews(join(ROOT, 'views')), say },
      { css: '', js: [], font: '', favicon: '', eigenCss: null },
      content.noodnummers,
    );
    const renderBorne = (tafels: Content['tafels']) => {
      const page = listDirectoryPages(say, { ...content, tafels }, NOW).find(
        ({ pad }) => pad === '/gemeenten/borne',
      );
      if (!page) throw new Error('Er is geen pagina van Borne.');
      return render(page.pad, page);
    };
    const times = (count: number) => Array.from({ length: count }, () => content.tafels).flat();
    expect(renderBorne(times(3))).not.toContain('Bekijk ze per trede');
    const many = renderBorne(times(4));
    expect(many).toContain('Er zijn 32 tafels en voorzieningen.');
    expect(many).toMatch(/href="\/overlegtafels">Bekijk ze per trede/);
    expect(many).not.toContain('Hoe u aanmeldt');
  });
});

/** What a page shows before anything is unfolded, without the parts around it. */
function toShown(html: string): string {
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
  const folded = /<details[^>]*>(?:(?!<details)[\s\S])*?<\/details>/;
  let shown = main;
  while (folded.test(shown))
    shown = shown.replace(folded, (part) => /<summary[\s\S]*<\/summary>/.exec(part)?.[0] ?? '');
  return shown;
}

describe('een gemeente bereiken', () => {
  it.each(content.gemeenten)(
    'kan bovenaan de pagina van $id, met een knop die nu zeker is',
    async (gemeente) => {
      const { text } = await request(app).get(`/gemeenten/${gemeente.id}`).expect(200);
      const [first, ...rest] = [
        ...toShown(text).matchAll(
          /<a class="utrecht-button-link [^"]*" href="((?:tel:|mailto:|https:)[^"]+)"/g,
        ),
      ].map(([, href]) => href);
      const values = listGemeenteContacten(gemeente);
      const certain = values.filter(isCurrent).map(({ waarde }) => waarde);
      expect(certain).toContain(first?.replace(/^(tel|mailto):/, ''));
      // A number or mailbox of an old list is text, with its year.
      for (const { waarde, laatstBekend } of values.filter((contact) => contact.laatstBekend !== null)) {
        expect([first, ...rest].join()).not.toContain(`:${waarde}`);
        expect(text).toContain(`Laatst bekend in ${laatstBekend}: kijk op de website of het nog klopt.`);
      }
      if (gemeente.lokaleIngang.naam) expect(text).toContain(`Begin hier: ${gemeente.lokaleIngang.naam}`);
    },
  );

  it('begint met de lokale ingang, dan het algemene nummer, en dan de website', () => {
    const contact = (
      soort: Contact['soort'],
      label: string,
      laatstBekend: number | null = null,
    ): Contact => ({
      soort,
      label,
      waarde: soort === 'telefoon' ? '0531234567' : 'https://example.nl',
      alsOnbekend: null,
      toelichting: null,
      laatstBekend,
      bron: { document: 'rdm-wegwijzer', kop: 'Test' },
      gecontroleerd: '2026-11-21',
    });
    const first = (algemeen: Contact[], ingang: Contact[]) => {
      const lokaleIngang = { naam: null, tekst: 'x', bron: contact('website', '').bron, contacten: ingang };
      const { knoppen, oud } = toContactButtons(listGemeenteContacten({ algemeen, lokaleIngang }));
      return [knoppen[0]?.label, oud.map(({ label, jaar }) => `${label} ${jaar}`).join()];
    };
    const site = contact('website', 'site');
    expect(first([site, contact('telefoon', 'algemeen')], [contact('telefoon', 'ingang')])).toEqual([
      'ingang',
      '',
    ]);
    expect(first([site, contact('telefoon', 'algemeen')], [contact('telefoon', 'ingang', 2020)])).toEqual([
      'algemeen',
      '',
    ]);
    expect(first([site, contact('telefoon', 'algemeen', 2020)], [])).toEqual(['site', 'algemeen 2020']);
  });

  it.each([
    ...content.gemeenten.map(({ id }) => `/gemeenten/${id}`),
    ...content.organisaties.map(({ id }) => `/organisaties/${id}`),
    ...content.tafels.map(({ id, soort }) => toTafelHref(id, soort)),
    '/clientondersteuning',
  ])('leest zonder bronnen tussen de tekst door: %s', async (path) => {
    const { text } = await request(app).get(path).expect(200);
    expect(toShown(text).match(/\bbron/gi)?.length ?? 0).toBeLessThanOrEqual(3);
    expect(text).not.toMatch(/ging verloren in de bron|Meer zegt de bron|staat niet in de bron/);
  });

  it.each([
    ...content.gemeenten.map(({ id }) => `/gemeenten/${id}`),
    '/u-werkt-bij/woningcorporatie',
    '/u-werkt-bij/inwoner',
  ])('noemt ook het meldpunt voor zorgen over iemand: %s', async (path) => {
    const meldpunt = content.noodnummers.find(({ zorgen }) => zorgen);
    const shown = toShown((await request(app).get(path).expect(200)).text);
    expect(shown).toContain(`href="tel:${meldpunt?.kies}"`);
    expect(shown).toContain(`href="${meldpunt?.formulier}"`);
  });
});

describe('hoe vers een contact is', () => {
  const [contact] = findTafel('topx').contacten;
  const p10 = findTafel('mobiel-p10-team').contacten[0];

  it('staat erbij, en na een jaar dat u het moet navragen', () => {
    if (!contact) throw new Error('TopX heeft geen contact.');
    const op = (date: string) => toContactModel(content.bronnen, contact, new Date(date)).verouderd;
    expect(op('2027-11-21T12:00:00Z')).toBe(false);
    expect(op('2027-11-22T12:00:00Z')).toBe(true);
  });

  it('hangt ook af van de bron: een afspraak uit 2018 vraagt u altijd na', () => {
    if (!contact || !p10) throw new Error('Er is geen contact.');
    expect(toContactModel(content.bronnen, p10, NOW).oudeBron).toBe(2018);
    expect(toContactModel(content.bronnen, contact, NOW).oudeBron).toBeNull();
  });

  it('is op de pagina in woorden te lezen', async () => {
    const later = createTestApp({ now: () => new Date('2028-01-01T12:00:00Z') });
    const old = 'Langer dan een jaar niet gecontroleerd: vraag na of dit nog klopt.';
    for (const path of ['/overlegtafels/topx', '/gemeenten/borne', '/clientondersteuning', '/']) {
      expect((await request(later).get(path)).text, path).toContain(old);
      expect((await request(app).get(path)).text, path).not.toContain(old);
    }
    expect((await request(app).get('/mobiel-p10-team')).text).toContain(
      'Komt uit een document van 2018: vraag na of dit nog geldt.',
    );
  });
});

describe('de woordenlijst', () => {
  it('heeft elk woord één keer, onder zijn letter', () => {
    const { letters } = toWoordenlijstPage(content);
    const woorden = letters.flatMap((groep) => groep.woorden.map(({ id }) => id));
    expect(woorden.toSorted()).toEqual(content.woordenlijst.map(({ id }) => id).toSorted());
    for (const { letter, woorden: groep } of letters) {
      for (const { woord } of groep) expect(woord.normalize('NFD')[0]?.toUpperCase()).toBe(letter);
    }
  });
});

describe('hoe ver u bent', () => {
  it('staat bij elke algemene vraag, zonder steeds hetzelfde te zeggen', async () => {
    const bij = async (slug: string, antwoorden: Antwoorden) => {
      const a = createTestSeal().seal(antwoorden);
      const { text } = await request(app).get(`/vragen/${slug}?a=${a}`).expect(200);
      return /<p class="rdm-voortgang">([^<]*)/.exec(text)?.[1];
    };
    expect(await bij('gemeente', { acuutGevaar: 'nee' })).toBe(
      'Hierna volgen nog 3 vragen die iedereen krijgt, en verder alleen wat nodig is.',
    );
    expect(await bij('rol', { acuutGevaar: 'nee', gemeente: 'borne' })).toBe(
      'Hierna volgen nog 2 vragen die iedereen krijgt, en verder alleen wat nodig is.',
    );
  });
});

describe('de wegwijzer op papier', () => {
  const opZoek = ({ tafels, gemeenten, noodnummers, clientondersteuning }: Content) => [
    ...tafels.map(({ naam }) => naam),
    ...tafels
      .flatMap(({ regels }) => regels.criteria.filter(({ weging }) => weging === 'vereist'))
      .map(({ tekst }) => tekst),
    ...tafels.flatMap(({ kanaal }) => kanaal.adres ?? []),
    ...gemeenten.map(({ naam }) => naam),
    ...noodnummers.flatMap(({ nummer }) => nummer ?? []),
    ...clientondersteuning.aanbieders.map(({ naam }) => naam),
  ];

  it('heeft alles in één stuk, met datum en bron', async () => {
    const { text } = await request(app).get('/wegwijzer-op-papier').expect(200);
    const bare = text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
    for (const tekst of opZoek(content)) expect(bare).toContain(tekst);
    expect(text).toContain('Gemaakt op 21 november 2026.');
    expect(text).toContain('Overzicht van doorzettingsmacht in Twente');
  });
});

it('links the site that a word of the word list names', async () => {
  const { text } = await request(app).get('/woordenlijst').expect(200);
  expect(text).toMatch(
    /Website: <a [^>]*href="https:\/\/www\.wegvandewachtlijst\.nl"[^>]*>wegvandewachtlijst\.nl<\/a>/,
  );
});
