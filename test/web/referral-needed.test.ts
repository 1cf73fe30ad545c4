import { describe, expect, it } from 'vitest';
import { CRISISTEAM, P10 } from '../support/domain-facts.ts';
import { postReferral, postVerwijzing } from '../support/referral-requests.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';
import { fillAll, findVignet, listTafelVelden, VERWIJS_ROUTES } from '../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS });
const seal = createTestSeal();
const readPage = async (tafel: string, antwoorden: Record<string, string | readonly string[]>) =>
  (
    await request(app)
      .get(`/verwijzen/${tafel}?a=${seal.seal(antwoorden)}`)
      .expect(200)
  ).text;
/** The ids of the fields that a form says are needed for the table. */
const readLabels = (html: string) =>
  [...html.matchAll(/<label[^>]* for="([^"]*)">[^<]*\(nodig voor de tafel\)/g)]
    .map(([, id]) => id as string)
    .sort();

describe('what a referral needs', () => {
  it.each(VERWIJS_ROUTES)(
    'is the same in the labels, what is missing and the status: $tafel, $rol',
    async (route) => {
      const { tafel, basis, rol } = route;
      const antwoorden = { ...basis, rol };
      const paths = new Set(listTafelVelden(tafel, rol).map(({ pad }) => pad));
      const { body: empty } = await postVerwijzing(app, tafel, antwoorden, { casuscode: 'TW-1' }).expect(200);
      const missing = empty.ontbreekt
        .map(({ onderdeel }: { onderdeel: string }) => onderdeel)
        .filter((onderdeel: string) => paths.has(onderdeel));
      expect(readLabels(await readPage(tafel, antwoorden))).toEqual(missing.toSorted());
      expect(missing.length).toBeGreaterThan(0);

      // Exactly those are enough.
      const all: Record<string, string> = { ...fillAll(tafel, rol), geinformeerd: 'akkoord' };
      const enough = Object.fromEntries(['casuscode', ...missing].map((pad) => [pad, all[pad] ?? '']));
      const { body } = await postVerwijzing(app, tafel, antwoorden, enough).expect(200);
      expect(body.status).toBe('gereed');
      for (const pad of missing) {
        const { [pad]: _, ...less } = enough;
        const { body: incomplete } = await postVerwijzing(app, tafel, antwoorden, less).expect(200);
        expect(incomplete.status, pad).toBe('concept');
      }
    },
  );

  it.each(VERWIJS_ROUTES.filter(({ route, rol }) => route === 'zelf' && rol !== 'inwoner'))(
    'is what the API says of the fields of $tafel',
    async ({ tafel, basis, rol }) => {
      const { body } = await request(app).get(`/api/v1/overlegtafels/${tafel}`).expect(200);
      const velden = body.pakketvelden as { id: string; nodig: boolean }[];
      expect(velden.map(({ id }) => id)).toEqual(listTafelVelden(tafel).map(({ pad }) => pad));
      const needed = velden.filter(({ id, nodig }) => nodig && id !== 'casuscode').map(({ id }) => id);
      expect(needed.toSorted()).toEqual(readLabels(await readPage(tafel, { ...basis, rol })));
    },
  );

  it('is in a bevestiging of the P10 team more than in the question', async () => {
    const antwoorden = { ...findVignet('verward gedrag na'), rol: 'wijkcoach' };
    const { body } = await postVerwijzing(app, P10, antwoorden, { casuscode: 'TW-1', bericht: 'inzet' });
    expect(body.ontbreekt.map(({ onderdeel }: { onderdeel: string }) => onderdeel)).toContain(
      'evaluatieUren',
    );
  });

  it('is followed in the preview by what stays empty', async () => {
    const route = VERWIJS_ROUTES.find(({ tafel, route: way }) => tafel === 'topx' && way === 'via');
    if (!route) throw new Error('topx');
    const html = (
      await postReferral(app, 'topx', { ...route.basis, rol: route.rol }, { casuscode: 'TW-1' }).expect(200)
    ).body.toString();
    expect(html).toMatch(/U liet leeg: [^<]*Regie[^<]*\. Dat mag\./);
  });
});

describe('consent', () => {
  const antwoorden = findVignet('veelpleger');
  const grounds = listTafelVelden('topx').filter(({ zonderToestemming }) => zonderToestemming);

  it('leaves no ground against it in what goes out', async () => {
    const given = Object.fromEntries(grounds.map(({ pad }, index) => [pad, `afweging nummer ${index}`]));
    for (const [geinformeerd, told] of [
      ['akkoord', false],
      ['niet-akkoord', true],
      ['niet-geinformeerd', true],
    ] as const) {
      const velden = { casuscode: 'TW-1', geinformeerd, ...given };
      const { body } = await postVerwijzing(app, 'topx', antwoorden, velden).expect(200);
      for (const [index, { inTekst }] of grounds.entries()) {
        expect(body.mail.tekst.includes(`afweging nummer ${index}`), inTekst).toBe(told);
        expect(body.mail.tekst.includes(inTekst), inTekst).toBe(told);
      }
    }
    expect(grounds.length).toBeGreaterThan(1);
  });
});

describe('the form', () => {
  it('tells the browser which fields are the own data of the sender', async () => {
    const html = await readPage('topx', findVignet('veelpleger'));
    for (const [id, token] of [
      ['aanmelderNaam', 'name'],
      ['functie', 'organization-title'],
      ['organisatie', 'organization'],
      ['telefoon', 'tel'],
      ['email', 'email'],
    ])
      expect(html).toMatch(new RegExp(`id="${id}"[^>]* autocomplete="${token}"`));
  });

  it('tells one story in the preview of a phone card: whom to call, and who calls then', async () => {
    const show = async (rol: string, wlzZorg: string) => {
      const antwoorden = { ...findVignet('mantelzorger'), rol, wlzZorg };
      const { body } = await postReferral(app, CRISISTEAM, antwoorden, { casuscode: 'TW-1' }, '');
      return body.toString();
    };
    const via = await show('wijkcoach', 'ja');
    expect(via).toContain('<strong>Bel nu de huisarts van de persoon</strong>');
    expect(via).toContain('Wie u vraagt, belt daarvoor met het crisis- en ondersteuningsteam.');
    expect(via).not.toContain('Bellen met de crisisregisseur');
    const elders = await show('huisarts', 'nee');
    expect(elders).toContain('<strong>Schakel nu de crisisdienst van de ggz in</strong>');
    expect(elders).not.toContain('Bellen met de crisisregisseur');
  });

  it('shows the phone card at once, and its fields folded below it', async () => {
    for (const rol of ['huisarts', 'wijkcoach']) {
      const html = await readPage(CRISISTEAM, { ...findVignet('mantelzorger'), rol });
      expect(html).toMatch(/<h1[^>]*>Belkaart voor het crisis- en ondersteuningsteam</);
      const [card = '', form = ''] = html.split('<form class="rdm-formulier"');
      expect(card).toContain('Houd dit in de hand');
      expect(card).toContain('[zeg dit zelf]');
      expect(card).toContain('Zeg waarom u belt');
      expect(card).toMatch(/<details class="rdm-uitklap">(?![\s\S]*<\/details>)/);
      expect(form).toContain('name="casuscode"');
      // Who calls in haste first reads whom to call.
      expect(card.indexOf('Hebt u een casusbestand?')).toBeGreaterThan(card.indexOf('Zeg waarom u belt'));
    }
  });
});

it('a resident writes of oneself or someone near, and not as an organisation', async () => {
  for (const { tafel, basis } of VERWIJS_ROUTES.filter(({ route }) => route === 'zelf')) {
    const antwoorden = { ...basis, rol: 'inwoner' };
    const { body } = await postVerwijzing(app, tafel, antwoorden, { casuscode: 'TW-1' }).expect(200);
    const own = body.mail.tekst.split(/CRITERIA VAN DE TAFEL[\s\S]*?\n\n/).join('');
    if (tafel === CRISISTEAM) continue;
    expect(own).toContain('voor mijzelf of voor iemand die ik ken');
    expect(own).not.toMatch(/meld ik een casus|een casus aan te melden|De persoon heeft|\nInwoner/);
  }
});
