import { describe, expect, it } from 'vitest';
import { P10 } from '../support/domain-facts.ts';
import { readPdf } from '../support/poppler.ts';
import { postReferral, postVerwijzing, readEml } from '../support/referral-requests.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';
import { fillNeeded, findVignet } from '../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS });
const basis = { ...findVignet('verward gedrag na'), rol: 'wijkcoach' };
const VRAAG = { ...fillNeeded(P10), urenCasuscoordinator: '20', urenErvaringswerker: '10' };
const INZET = {
  ...fillNeeded(P10),
  bericht: 'inzet',
  evaluatieUren: '20',
  urenCasuscoordinator: '20',
  urenErvaringswerker: '10',
};
const VOORTZETTING = {
  casuscode: 'TW-2026-014',
  bericht: 'voortzetting',
  evaluatieUren: '15',
  functie: 'wijkcoach',
  organisatie: 'gemeente',
  telefoon: '053-4871234',
};

describe('het bericht over het P10-team', () => {
  it('is eerst een vraag, ook als er niets is gekozen: of het team er is, of er geld is, of de tarieven gelden', async () => {
    for (const velden of [VRAAG, { ...VRAAG, bericht: 'vraag' }]) {
      const { body } = await postVerwijzing(app, P10, basis, velden).expect(200);
      expect(body).toMatchObject({ soort: 'vraag', status: 'gereed' });
      expect(body.mail.onderwerp).toBe('Vraag over inzet mobiel P10-team: code TW-2026.014/b');
      for (const deel of [
        'Is het team er nog',
        'Is daar geld voor',
        'Gelden deze tarieven nog? Ik hoor het graag.',
      ])
        expect(body.mail.tekst).toContain(deel);
      expect(body.mail.tekst).not.toMatch(/bevestig ik|Evaluatie na/);
    }
  });

  it('zegt in de titel wat het is, op formulier en voorbeeld', async () => {
    const heading = async (velden: Record<string, string>) =>
      /<h1[^>]*>([^<]*)/.exec((await postReferral(app, P10, basis, velden).expect(200)).body.toString())?.[1];
    expect(await heading(VRAAG)).toBe('Vraag over de inzet van het mobiele P10-team: lees de tekst na');
    expect(await heading(INZET)).toBe('Bevestiging van de inzet van het mobiele P10-team: lees de tekst na');
  });

  it('vraagt alleen naar de ggz-instelling als de gemeente die niet bepaalt', async () => {
    const page = async (gemeente: string) =>
      (await postReferral(app, P10, { ...basis, gemeente }, VRAAG).expect(200)).body.toString();
    expect(await page('tubbergen')).toContain('Kijk eerst welke ggz-instelling');
    const known = await page('almelo');
    expect(known).not.toContain('Kijk eerst welke ggz-instelling');
    expect(known).not.toContain('E-mail aan Mediant of Dimence');
  });

  it('weigert nul uren', async () => {
    for (const veld of ['evaluatieUren', 'urenCasuscoordinator', 'urenErvaringswerker']) {
      const { body } = await postVerwijzing(app, P10, basis, { ...INZET, [veld]: '0' }).expect(400);
      expect(body.fouten).toMatchObject([{ pointer: `/verwijzing/${veld}` }]);
    }
  });
});

describe('de inzetbevestiging van het P10-team', () => {
  it('heeft code, uren tot de evaluatie, wie betaalt, tarieven van 2018 en een schatting', async () => {
    const eml = await readEml((await postReferral(app, P10, basis, INZET, '/eml').expect(200)).body);
    expect(eml.onderwerp).toBe('Inzet mobiel P10-team: code TW-2026.014/b');
    expect(eml.tekst).toContain('Evaluatie na: 20 uur inzet.');
    expect(eml.tekst).toContain('Volgens de afspraken van 2018 betaalt de gemeente dan: € 72 per uur');
    expect(eml.tekst).toContain('- casuscoördinator: 20 uur × € 72 = € 1.440');
    expect(eml.tekst).toContain('- ervaringswerker: 10 uur × € 48 = € 480');
    expect(eml.tekst).toContain('Samen: € 1.920. Gelden deze tarieven nog? Ik hoor het graag.');
    expect(eml.tekst).toContain('De afspraken over het team zijn van 2018.');
    // Questions of the form are no text for the team.
    expect(eml.tekst).not.toMatch(/Welk bericht|Na hoeveel uur evalueert u|Verwachte uren/);
    const { structure } = readPdf(eml.bijlage?.pdf ?? Buffer.alloc(0));
    for (const deel of ['20 uur inzet', '€ 1.440', '€ 1.920', 'afspraken van 2018'])
      expect(structure).toContain(deel);
  });

  it('noemt de teammanager die in cc hoort, van de aanbieder van de gemeente', async () => {
    const { body } = await postVerwijzing(app, P10, basis, INZET).expect(200);
    expect(body).toMatchObject({
      status: 'gereed',
      ontvanger: 'het mobiele P10-team van Dimence',
      ccNamen: ['de teammanager of teamleider van Dimence'],
      mail: { aan: [], cc: [] },
      kosten: { jaar: 2018, totaal: '€ 1.920' },
    });
    expect(body.ontbreekt.map(({ onderdeel }: { onderdeel: string }) => onderdeel)).toEqual(['adres', 'cc']);
    const page = (await postReferral(app, P10, basis, INZET).expect(200)).body.toString();
    expect(page).toContain('De teammanager of teamleider van Dimence (adres niet bekend)');
    expect(page).toContain('Samen: € 1.920');
    const tubbergen = await postVerwijzing(app, P10, { ...basis, gemeente: 'tubbergen' }, INZET).expect(200);
    expect(tubbergen.body.ontvanger).toBe('het mobiele P10-team van Mediant of Dimence');
  });

  it.each([
    ['ja', 'betaald uit het behandelbudget', null],
    ['weetNiet', 'Wie betaalt, hangt ervan af', '€ 1.920'],
  ])('schat alleen als de gemeente kan betalen: ingeschreven %s', async (ggzIngeschreven, wie, totaal) => {
    const { body } = await postVerwijzing(app, P10, { ...basis, ggzIngeschreven }, INZET).expect(200);
    expect(body.mail.tekst).toContain(wie);
    expect(body.kosten?.totaal ?? null).toBe(totaal);
  });

  it('is een concept zonder de uren tot de evaluatie', async () => {
    const { evaluatieUren: _, ...without } = INZET;
    const { body } = await postVerwijzing(app, P10, basis, without).expect(200);
    expect(body.status).toBe('concept');
    expect(body.mail.tekst).toContain('Evaluatie na: [vul in] uur inzet.');
  });

  it('weigert uren die geen heel getal zijn, bij het veld', async () => {
    const antwoord = await postReferral(app, P10, basis, { ...INZET, evaluatieUren: '-5' }).expect(400);
    expect(antwoord.body.toString()).toContain('href="#evaluatieUren"');
  });
});

describe('de mail om het P10-team door te laten gaan', () => {
  it('vraagt alleen code, nieuwe uren en de aanmelder, en gaat naar de casuscoördinator', async () => {
    const { body } = await postVerwijzing(app, P10, basis, VOORTZETTING).expect(200);
    expect(body).toMatchObject({
      status: 'gereed',
      ontvanger: 'de casuscoördinator ggz van Dimence',
      ccNamen: ['de teammanager of teamleider van Dimence'],
      mail: { onderwerp: 'Voortzetting mobiel P10-team: code TW-2026-014' },
    });
    expect(body.mail.tekst).toContain('Nieuwe evaluatie na: 15 uur inzet.');
    expect(body.mail.tekst).not.toContain('CRITERIA');
    const eml = await readEml((await postReferral(app, P10, basis, VOORTZETTING, '/eml').expect(200)).body);
    expect(eml.tekst).toBe(body.mail.tekst.trim());
    expect(readPdf(eml.bijlage?.pdf ?? Buffer.alloc(0)).structure).toContain('Nieuwe evaluatie na');
  });
});
