import { describe, expect, it } from 'vitest';
import { postForm, readForms, readLinks, walkToAdvies } from '../support/form-walker.ts';
import { advise, content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';
import { vignettes } from '../support/vignettes.ts';

const app = createTestApp();
const seal = createTestSeal();
const openStand = (adres: string) => {
  const opened = seal.open(new URL(adres, 'http://x').searchParams.get('a') ?? '');
  if ('fout' in opened) throw new Error(opened.fout);
  return opened.antwoorden;
};
const withStand = (path: string, antwoorden: Parameters<typeof seal.seal>[0]) =>
  `${path}?a=${seal.seal(antwoorden)}`;

describe('van vraag naar advies, zonder JavaScript', () => {
  it.each(vignettes)('loopt naar het advies: $naam', async ({ antwoorden, verwacht }) => {
    const { adres } = await walkToAdvies(app, antwoorden);
    expect(adres).toMatch(/^\/advies\?a=[\w-]+$/);
    const { text } = await request(app).get(adres).expect(200);
    const advies = await advise(openStand(adres));
    expect(advies.uitkomst).toBe(verwacht.uitkomst);
    expect(advies.tafels).toEqual(verwacht.tafels ?? []);
    expect(advies.voorzieningen).toEqual(verwacht.voorzieningen ?? []);
    const verwijzingen = readLinks(text).flatMap(
      (href) => /^\/verwijzen\/([\w-]+)\?a=/.exec(href)?.[1] ?? [],
    );
    expect([...new Set(verwijzingen)]).toEqual([...advies.tafels, ...advies.voorzieningen]);
  });

  it('stelt alleen vragen die ertoe doen', async () => {
    const { gevraagd } = await walkToAdvies(app, {
      acuutGevaar: 'nee',
      gemeente: 'borne',
      rol: 'wijkcoach',
      lokaalBesproken: 'nee',
      signalen: ['geen-van-deze'],
    });
    expect(gevraagd).toEqual(['acuutGevaar', 'gemeente', 'rol', 'lokaalBesproken', 'signalen']);
  });

  it('laat in geen enkel adres een antwoord zien', async () => {
    const { adres } = await walkToAdvies(app, { ...vignettes[3]?.antwoorden });
    const feiten = content.vragen.flatMap(({ feit, slug, opties }) => [
      feit,
      slug,
      ...opties.map(({ id }) => id),
    ]);
    const query = adres.split('?')[1] ?? '';
    for (const woord of feiten.filter(({ length }) => length > 4)) expect(query).not.toContain(woord);
  });
});

describe('een vraag', () => {
  it('wordt bij een leeg antwoord opnieuw getoond met een foutmelding, en niets gaat verloren', async () => {
    const adres = withStand('/vragen/rol', { acuutGevaar: 'nee', gemeente: 'borne' });
    const { text, status } = await postForm(app, adres, []);
    expect(status).toBe(400);
    expect(text).toContain('<title>Fout: ');
    expect(text).toContain('Kies een antwoord.');
    const [form] = readForms(text);
    expect(openStand(form?.action ?? '')).toEqual({ acuutGevaar: 'nee', gemeente: 'borne' });
  });

  it.each([
    [
      'twee antwoorden op een keuze',
      '/vragen/rol',
      [
        ['rol', 'huisarts'],
        ['rol', 'politie'],
      ],
    ],
    ['een keuze die er niet is', '/vragen/rol', [['rol', 'koning']]],
    [
      '"geen van deze" naast iets anders',
      '/vragen/signalen',
      [
        ['signalen', 'veiligheid'],
        ['signalen', 'geen-van-deze'],
      ],
    ],
  ] as const)('weigert %s en houdt vast wat er was aangevinkt', async (_name, path, velden) => {
    const stand = { acuutGevaar: 'nee', gemeente: 'borne', rol: 'wijkcoach', lokaalBesproken: 'nee' };
    const { text, status } = await postForm(app, withStand(path, stand), velden);
    expect(status).toBe(400);
    const known = velden.filter(([, waarde]) => waarde !== 'koning').map(([naam, waarde]) => [naam, waarde]);
    expect(readForms(text)[0]?.velden).toEqual(expect.arrayContaining(known));
  });

  it('die nog niet bereikt is, leidt naar de eerstvolgende vraag', async () => {
    const { headers } = await request(app)
      .get(withStand('/vragen/cce', { acuutGevaar: 'nee' }))
      .expect(303);
    expect(headers.location).toMatch(/^\/vragen\/gemeente\?a=/);
    const without = await request(app).get('/vragen/rol').expect(303);
    expect(without.headers.location).toBe('/vragen/acuut-gevaar');
  });

  it('zonder antwoord maar met een vreemd veld is een vraag zonder antwoord', async () => {
    const { text } = await postForm(app, '/vragen/acuut-gevaar', [['acuutgevaar', 'ja']]).expect(400);
    expect(text).toContain('Er klopt iets nog niet');
    expect(text).toContain('name="acuutGevaar"');
  });

  it('die nu niet gesteld wordt maar wel ter zake doet, houdt wat erop geantwoord werd', async () => {
    const waiting = {
      acuutGevaar: 'nee',
      gemeente: 'almelo',
      rol: 'huisarts',
      lokaalBesproken: 'nee',
      signalen: ['gevaar-langdurig'],
    };
    const post = (stand: Parameters<typeof seal.seal>[0], path: string, feit: string) =>
      postForm(app, withStand(path, stand), [[feit, 'ja']]);
    const toAdvies = await post(waiting, '/vragen/ernstige-problematiek', 'ernstigeProblematiek').expect(303);
    expect(toAdvies.headers.location).toMatch(/^\/advies\?a=/);
    expect(openStand(toAdvies.headers.location ?? '')).toEqual({ ...waiting, ernstigeProblematiek: 'ja' });
    // The first question still comes first.
    const ahead = await post({ rol: 'om' }, '/vragen/lokaal-besproken', 'lokaalBesproken').expect(303);
    expect(ahead.headers.location).toMatch(/^\/vragen\/acuut-gevaar\?a=/);
    expect(openStand(ahead.headers.location ?? '')).toEqual({ rol: 'om', lokaalBesproken: 'ja' });
    // Of a table that is not opened nothing is kept; a fault is told on the page of its question.
    const other = await post(waiting, '/vragen/gebieds-veiligheid', 'gebiedsVeiligheid').expect(303);
    expect(openStand(other.headers.location ?? '')).toEqual(waiting);
    const { text } = await postForm(app, withStand('/vragen/ernstige-problematiek', waiting), []).expect(400);
    expect(text).toContain('Kies een antwoord.');
  });

  it('die niet bestaat, geeft een 404-pagina', async () => {
    const { text } = await request(app).get('/vragen/schoenmaat').expect(404);
    expect(text).toContain('Deze pagina bestaat niet');
  });

  it('wijzigen houdt de andere antwoorden, vraagt wat nodig werd en keert terug naar het advies', async () => {
    const { adres } = await walkToAdvies(app, { ...vignettes[3]?.antwoorden });
    const beforehand = openStand(adres);
    const change = withStand('/vragen/gebieds-veiligheid', beforehand);
    const first = await postForm(app, change, [['gebiedsVeiligheid', 'ja']]).expect(303);
    // TopX fits already by its other way, so nothing more is asked.
    expect(first.headers.location).toMatch(/^\/advies\?a=/);
    const way = await postForm(
      app,
      withStand('/vragen/meerdere-leefgebieden', openStand(first.headers.location ?? '')),
      [['meerdereLeefgebieden', 'nee']],
    ).expect(303);
    expect(way.headers.location).toMatch(/^\/vragen\/ketenaanpak-nodig\?a=/);
    const done = await postForm(app, way.headers.location ?? '', [['ketenaanpakNodig', 'ja']]).expect(303);
    expect(done.headers.location).toMatch(/^\/advies\?a=/);
    expect(openStand(done.headers.location ?? '')).toEqual({
      ...beforehand,
      gebiedsVeiligheid: 'ja',
      meerdereLeefgebieden: 'nee',
      ketenaanpakNodig: 'ja',
    });
  });

  it('werkt in twee tabbladen naast elkaar', async () => {
    const begin = withStand('/vragen/rol', { acuutGevaar: 'nee', gemeente: 'borne' });
    const [een, two] = await Promise.all([
      postForm(app, begin, [['rol', 'huisarts']]),
      postForm(app, begin, [['rol', 'politie']]),
    ]);
    expect(openStand(een.headers.location ?? '')).toMatchObject({ rol: 'huisarts' });
    expect(openStand(two.headers.location ?? '')).toMatchObject({ rol: 'politie' });
  });

  it('zet nooit een cookie', async () => {
    const { headers } = await request(app).get('/vragen/acuut-gevaar').expect(200);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('acuut gevaar en buiten Twente', () => {
  it('geven meteen het advies; de andere vragen blijven bereikbaar en keren terug naar het advies', async () => {
    const { headers } = await postForm(app, '/vragen/acuut-gevaar', [['acuutGevaar', 'ja']]).expect(303);
    const advies = await request(app)
      .get(headers.location ?? '')
      .expect(200);
    expect(advies.text).toContain('href="tel:112"');
    expect(readLinks(advies.text).filter((href) => href.startsWith('/verwijzen/'))).toEqual([]);
    const stand = (headers.location ?? '').split('?')[1];
    await request(app).get(`/vragen/rol?${stand}`).expect(200);
    const verder = await postForm(app, `/vragen/gemeente?${stand}`, [['gemeente', 'borne']]).expect(303);
    expect(verder.headers.location).toMatch(/^\/advies\?a=/);
  });

  it('acuut gevaar niet bekend: de nummers staan open boven de volgende vraag; in het advies is het de eerste stap', async () => {
    const open = '<details class="rdm-gevaar__meer" open>';
    for (const [acuutGevaar, isOpen] of [
      ['weetNiet', true],
      ['nee', false],
    ] as const) {
      const { headers } = await postForm(app, '/vragen/acuut-gevaar', [['acuutGevaar', acuutGevaar]]);
      const { text } = await request(app)
        .get(headers.location ?? '')
        .expect(200);
      expect(text.includes(open)).toBe(isOpen);
      const verderop = withStand('/vragen/rol', { acuutGevaar, gemeente: 'borne' });
      expect((await request(app).get(verderop).expect(200)).text).not.toContain(open);
      const { adres } = await walkToAdvies(app, { ...vignettes[3]?.antwoorden, acuutGevaar });
      const advies = await request(app).get(adres).expect(200);
      expect(advies.text).not.toContain(open);
      expect(/<strong>Ga eerst na of er direct gevaar is/.test(advies.text)).toBe(isOpen);
    }
  });

  it('een ander antwoord op acuut gevaar gaat verder met de vragen', async () => {
    const { headers } = await postForm(app, withStand('/vragen/acuut-gevaar', { acuutGevaar: 'ja' }), [
      ['acuutGevaar', 'nee'],
    ]);
    expect(headers.location).toMatch(/^\/vragen\/gemeente\?a=/);
  });
});

describe('het advies tot nu toe', () => {
  const link = /href="(\/advies\?a=[\w-]+&amp;tot=nu)">Naar het advies tot nu toe</;

  it('is er vanaf de vijfde vraag, en leidt terug naar de vraag die dan komt', async () => {
    let adres = '/vragen/acuut-gevaar';
    for (let nummer = 1; adres.startsWith('/vragen/'); nummer += 1) {
      const { text } = await request(app).get(adres).expect(200);
      const [, soFar] = link.exec(text) ?? [];
      expect(soFar !== undefined, `bij vraag ${nummer}`).toBe(nummer >= 5);
      if (soFar) {
        const advies = await request(app).get(soFar.replace('&amp;', '&')).expect(200);
        expect(advies.text).toContain('Dit is het advies tot nu toe');
        expect(readLinks(advies.text)).toContain(adres);
      }
      const [form] = readForms(text);
      const [[feit] = ['']] = [...(form?.keuzes ?? [])];
      const { headers } = await postForm(app, form?.action ?? '', [[feit, 'weetNiet']]).expect((answer) => {
        if (answer.status !== 303) expect(feit).toBe('rol');
      });
      adres =
        headers.location ??
        (await postForm(app, form?.action ?? '', [[feit, 'anders']]).expect(303)).headers.location ??
        '';
    }
    expect((await request(app).get(`${adres}&tot=nu`).expect(200)).text).not.toContain('tot nu toe');
  });

  it('is er niet na minder antwoorden, en niet zonder dat erom is gevraagd', async () => {
    const some = withStand('/advies', { acuutGevaar: 'nee', gemeente: 'borne' });
    await request(app).get(`${some}&tot=nu`).expect(303);
    await request(app).get('/advies?tot=nu').expect(303);
    const more = { acuutGevaar: 'nee', gemeente: 'borne', rol: 'wijkcoach', lokaalBesproken: 'ja' };
    await request(app).get(withStand('/advies', more)).expect(303);
    await request(app)
      .get(`${withStand('/advies', more)}&tot=nu`)
      .expect(200);
  });
});

describe('de stand', () => {
  it.each([
    ['vervalst', 400, 'AAAA'],
    ['beschadigd', 400, seal.seal({ rol: 'huisarts' }).slice(0, -3)],
    [
      'te oud',
      410,
      createTestSeal(() => new Date(NOW.getTime() - 12 * 60 * 60 * 1000 - 1000)).seal({ rol: 'huisarts' }),
    ],
  ])('die %s is, geeft een pagina met een nieuw begin', async (_name, status, stand) => {
    for (const path of ['/vragen', '/vragen/rol', '/advies', '/verwijzen/topx']) {
      const { text } = await request(app).get(`${path}?a=${stand}`).expect(status);
      expect(readLinks(text)).toContain('/vragen');
      expect(text).not.toMatch(/Error|at .*\.ts/);
    }
  });

  it('die twee keer in het adres staat, wordt geweigerd', async () => {
    await request(app).get('/advies?a=x&a=y').expect(400);
  });

  it('die niet af is, gaat van het advies naar de volgende vraag', async () => {
    const { headers } = await request(app)
      .get(withStand('/advies', { acuutGevaar: 'nee', gemeente: 'borne' }))
      .expect(303);
    expect(headers.location).toMatch(/^\/vragen\/rol\?a=/);
  });
});

describe('het advies', () => {
  it('biedt "Toch nagaan" voor een tafel die niet is nagegaan, en vraagt dan wat daarvoor nodig is', async () => {
    const { adres } = await walkToAdvies(app, {
      ...vignettes.find(({ naam }) => naam.startsWith('geen van de signalen'))?.antwoorden,
    });
    const { text } = await request(app).get(adres).expect(200);
    const withTopx = readLinks(text).filter((href) => href.startsWith('/advies/nagaan/topx?a='));
    expect(withTopx).toHaveLength(1);
    const { headers } = await request(app)
      .get(withTopx[0] ?? '')
      .expect(303);
    expect(headers.location).toMatch(/^\/vragen\/gebieds-veiligheid\?a=/);
    expect(openStand(headers.location ?? '').signalen).toEqual(['veiligheid']);
    await request(app)
      .get((withTopx[0] ?? '').replace('topx', 'bestaat-niet'))
      .expect(404);
    // Without answers there was no advice that could change.
    const without = await request(app).get('/advies/nagaan/topx').expect(303);
    expect(without.headers.location).toMatch(/^\/vragen\/acuut-gevaar\?a=[\w-]+&vragen=alles$/);
    expect(openStand(without.headers.location ?? '')).toEqual({ signalen: ['veiligheid'] });
    await request(app).get('/advies/nagaan/topx?a=AAAA').expect(400);
  });

  it('gaat verder over een tafel die op de gemeente wacht als iemand dat wil, en vraagt dan alles', async () => {
    const lokaal = { acuutGevaar: 'nee', gemeente: 'borne', rol: 'wijkcoach', lokaalBesproken: 'nee' };
    const { adres, gevraagd } = await walkToAdvies(app, { ...lokaal, signalen: ['veiligheid'] });
    expect(gevraagd).not.toContain('gebiedsVeiligheid');
    const links = readLinks((await request(app).get(adres).expect(200)).text);
    const alvast = links.filter((href) => href.startsWith('/vragen/gebieds-veiligheid?a='));
    expect(alvast).toHaveLength(1);
    const nagaan = links.find((href) => href.startsWith('/advies/nagaan/triage-transfertafel?a=')) ?? '';
    const { headers } = await request(app).get(nagaan).expect(303);
    const ways = [
      { begin: alvast[0] ?? '', feiten: ['gebiedsVeiligheid', 'ketenaanpakNodig', 'eerderBesproken'] },
      { begin: headers.location ?? '', feiten: ['gebiedsVeiligheid', 'zoekt', 'eerderBesproken'] },
    ];
    for (const { begin, feiten } of ways) {
      const further = await walkToAdvies(app, { gebiedsVeiligheid: 'ja', ketenaanpakNodig: 'ja' }, begin);
      expect(further.gevraagd).toEqual(expect.arrayContaining(feiten));
      const { text } = await request(app).get(further.adres).expect(200);
      expect(text).toContain('Dan past: TopX');
      expect(text).toContain('Wat er veranderde');
      expect(text).not.toContain('Ga verder met de vragen');
    }
  });

  it('zegt van een tafel die niet is nagegaan ook dat de casus daar al is besproken', async () => {
    const { adres } = await walkToAdvies(app, {
      ...vignettes.find(({ naam }) => naam.startsWith('geen van de signalen'))?.antwoorden,
    });
    const antwoorden = { ...openStand(adres), signalen: ['veiligheid'], gebiedsVeiligheid: 'ja' };
    const { text } = await request(app)
      .get(
        withStand('/advies', {
          ...antwoorden,
          ketenaanpakNodig: 'ja',
          eerderBesproken: ['triage-transfertafel'],
        }),
      )
      .expect(200);
    const [, triage = ''] =
      /<details class="rdm-uitklap">\s*(<summary[^>]*>\s*<span>Triage-[\s\S]*?)<\/details>/.exec(text) ?? [];
    expect(triage).toContain('Al besproken, zonder oplossing');
    expect(triage).toContain('href="/advies/nagaan/triage-transfertafel?a=');
    const { samenvatting = '' } = content.tafels.find(({ id }) => id === 'triage-transfertafel') ?? {};
    expect(samenvatting).not.toBe('');
    expect(triage).toContain(`<p>${samenvatting.replaceAll('&', '&amp;')} <a`);
  });

  it('zegt tegen een professional van de gemeente: breng de casus in op het eigen overleg', async () => {
    const basis = {
      acuutGevaar: 'nee',
      gemeente: 'hengelo',
      lokaalBesproken: 'nee',
      signalen: ['geen-van-deze'],
    };
    const coach = await request(app)
      .get(withStand('/advies', { ...basis, rol: 'wijkcoach' }))
      .expect(200);
    expect(coach.text).toContain('op het eigen lokale overleg van Hengelo');
    const corporatie = await request(app)
      .get(withStand('/advies', { ...basis, rol: 'woningcorporatie' }))
      .expect(200);
    expect(corporatie.text).toContain('Bel het wijkteam van Hengelo');
  });
});

it('op de startpagina staat hoeveel vragen het meestal zijn: het minste en het meeste van de gevallen', async () => {
  const counts: number[] = [];
  for (const { antwoorden, verwacht } of vignettes) {
    if (verwacht.uitkomst === 'belNu' || verwacht.uitkomst === 'buitenTwente') continue;
    counts.push((await walkToAdvies(app, antwoorden)).gevraagd.length);
  }
  const { text } = await request(app).get('/').expect(200);
  expect(text).toContain(`Meestal zijn het ${Math.min(...counts)} tot ${Math.max(...counts)} vragen.`);
});
