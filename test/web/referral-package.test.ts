import type { Express } from 'express';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { PdfFailure } from '../../src/domain/referral/paper-document.ts';
import { CRISISTEAM, REGIOTAFEL, TOPX } from '../support/domain-facts.ts';
import { readPdf } from '../support/poppler.ts';
import { findAddress } from '../support/real-content.ts';
import { postReferral, postVerwijzing, readEml } from '../support/referral-requests.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';
import { fillAll, findVignet, listTafelVelden, VERWIJS_ROUTES } from '../support/verwijzing-cases.ts';

const ADDRESS = findAddress('topx');

const app = createTestApp({ limits: SPACIOUS });
const EMPTY = { casuscode: 'TW-2026.014/b' };
const PACKAGES = VERWIJS_ROUTES.flatMap((testCase) => [
  { ...testCase, volledig: 'alles', velden: fillAll(testCase.tafel, testCase.rol) },
  { ...testCase, volledig: 'alleen de casuscode', velden: EMPTY },
]);
/** Text as it can be searched in a PDF, where it is wrapped. */
const withoutSpaces = (tekst: string) => tekst.replaceAll(/\s+/g, '');

describe('het pakket', () => {
  it.each(PACKAGES)(
    '$tafel, $rol, ingevuld: $volledig',
    async ({ tafel, basis, rol, route, aan, onderwerp, bijlage, volledig, velden }) => {
      const antwoorden = { ...basis, rol };
      const complete = volledig === 'alles';
      const { body: json } = await postVerwijzing(app, tafel, antwoorden, velden).expect(200);
      expect(json).toMatchObject({
        tafel,
        route,
        status: complete ? 'gereed' : 'concept',
        waarschuwingen: [],
      });

      const antwoord = await postReferral(app, tafel, antwoorden, velden, '/eml').expect(200);
      expect(antwoord.headers['content-type']).toBe('message/rfc822');
      expect(antwoord.headers['content-disposition']).toBe(
        `attachment; filename=verwijzing-${tafel}-TW-2026-014-b.eml`,
      );
      const eml = await readEml(antwoord.body);
      expect(eml.bron, 'only ASCII, so that no server has to change it').toMatch(/^[\r\n\t\x20-\x7e]*$/);
      expect(eml.bron, 'every line ends with CRLF').not.toMatch(/[^\r]\n|\r[^\n]/);
      expect(eml).toMatchObject({ isConcept: true, van: undefined, bcc: undefined, cc: [], html: undefined });
      expect(eml.aan).toEqual(route === 'zelf' ? aan : []);
      expect(json.mail.aan).toEqual(eml.aan);
      const begin = route === 'via' && tafel !== CRISISTEAM ? 'Verzoek om aan te melden bij ' : onderwerp;
      expect(eml.onderwerp.startsWith(complete || tafel === CRISISTEAM ? begin : `CONCEPT ${begin}`)).toBe(
        true,
      );
      expect(eml.onderwerp.endsWith(EMPTY.casuscode)).toBe(true);
      expect(eml.onderwerp).toBe(json.mail.onderwerp);
      expect(eml.tekst).toBe(json.mail.tekst.trim());
      expect(eml.tekst).not.toMatch(/\{\{|undefined|null|\[object|&#|\n\n\n/);
      expect(eml.tekst.includes('CONCEPT, NOG NIET VERSTUREN')).toBe(!complete && tafel !== CRISISTEAM);
      if (complete) expect(eml.tekst).toContain('€ 300 schuld');

      const { body: pdf } = await postReferral(app, tafel, antwoorden, velden, '/pdf').expect(200);
      const withAttachment = bijlage || (route === 'via' && tafel !== CRISISTEAM);
      expect(eml.attachments).toBe(withAttachment ? 1 : 0);
      if (withAttachment) {
        expect(eml.bijlage).toMatchObject({
          naam: `verwijzing-${tafel}-TW-2026-014-b.pdf`,
          type: 'application/pdf',
        });
        expect(eml.bijlage?.pdf.equals(pdf)).toBe(true);
      }

      const parsed = readPdf(pdf);
      const { pages, info, structure } = parsed;
      expect(info.get('Title')).toBe(eml.onderwerp);
      expect([info.get('Tagged'), info.get('Page size')]).toEqual(['yes', expect.stringContaining('A4')]);
      expect(pdf.toString('latin1')).toContain('/Lang (nl)');
      const kinds =
        tafel === CRISISTEAM ? ['Document', 'H1', 'H2', 'L', 'LI', 'P'] : ['H1', 'H2', 'Table', 'TH', 'TD'];
      for (const soort of kinds) expect(structure).toMatch(new RegExp(`^ *${soort}\\b`, 'm'));
      for (const page of pages) {
        expect(page).toContain('casuscode TW-2026.014/b, vertrouwelijk');
        // A phone card is not sent.
        expect(page.includes('CONCEPT, NOG NIET VERSTUREN')).toBe(!complete && tafel !== CRISISTEAM);
      }
      if (tafel === CRISISTEAM) expect(pages).toHaveLength(1);
      // The belkaart of one page is shorter on purpose.
      const opgelezen = withoutSpaces(structure.replaceAll(/^ *"|"$/gm, ''));
      const typed =
        tafel === CRISISTEAM ? [] : Object.values(velden).filter((waarde) => waarde.includes(' '));
      expect(typed.filter((waarde) => !opgelezen.includes(withoutSpaces(waarde)))).toEqual([]);

      const { body: txt } = await postReferral(app, tafel, antwoorden, velden, '/txt').expect(200);
      expect(txt.toString()).toContain(`Onderwerp: ${eml.onderwerp}\r\n\r\n`);
      expect(txt.toString().replaceAll('\r\n', '\n')).toContain(eml.tekst);
    },
  );

  it.each(PACKAGES.filter(({ volledig }) => volledig === 'alles'))(
    'is uit de API hetzelfde als van de pagina: $tafel, $rol',
    async ({ tafel, basis, rol, velden }) => {
      const antwoorden = { ...basis, rol };
      for (const [deel, type] of [
        ['/pdf', 'application/pdf'],
        ['/txt', 'text/plain'],
      ] as const) {
        const page = await postReferral(app, tafel, antwoorden, velden, deel).expect(200);
        const api = await postVerwijzing(app, tafel, antwoorden, velden, type).expect(200);
        expect(api.headers['content-type']).toBe(page.headers['content-type']);
        expect(api.headers['content-disposition']).toBe(page.headers['content-disposition']);
        expect(api.headers['cache-control']).toBe('no-store');
        expect(api.body.equals(page.body)).toBe(true);
      }
      const [page, api] = await Promise.all([
        postReferral(app, tafel, antwoorden, velden, '/eml'),
        postVerwijzing(app, tafel, antwoorden, velden, 'message/rfc822').expect(200),
      ]);
      const [een, other] = [await readEml(page.body), await readEml(api.body)];
      // The number of the message and the marks between its parts are new each time.
      const vast = ({ bron: _, kop: __, ...rest }: typeof een) => rest;
      expect(vast(other)).toEqual(vast(een));
    },
  );
});

it.each([
  ['zelf', 'huisarts', 'x'.repeat(20_000)],
  ['zelf', 'huisarts', 'Er is veel gebeurd vandaag. '.repeat(700)],
  ['via', 'wijkcoach', 'Er is veel gebeurd vandaag.\n\n'.repeat(600)],
  ['via, zonder Wlz', 'wijkcoach', 'Er is veel gebeurd vandaag. '.repeat(700), 'nee'],
])(
  'de belkaart blijft één bladzijde, hoe lang elk veld ook is: %s, %s',
  async (_route, rol, long, wlzZorg = 'ja') => {
    const velden = Object.fromEntries(
      listTafelVelden(CRISISTEAM).map(({ pad, soort, max }) => [
        pad,
        soort === 'tekst' ? long.slice(0, max) : (fillAll(CRISISTEAM)[pad] ?? ''),
      ]),
    );
    const antwoorden = { ...findVignet('mantelzorger'), rol, wlzZorg };
    const { body: pdf } = await postReferral(app, CRISISTEAM, antwoorden, velden, '/pdf').expect(200);
    const { pages, structure } = readPdf(pdf);
    expect(pages).toHaveLength(1);
    expect(structure).toContain('(zie de tekst)');
    const { body: txt } = await postReferral(app, CRISISTEAM, antwoorden, velden, '/txt').expect(200);
    expect(txt.toString().replaceAll('\r\n', '\n')).toContain(long.slice(0, 20_000).trim());
  },
);

describe('de laatste dag in de agenda', () => {
  const antwoorden = findVignet('instelling met alle');
  const velden = { casuscode: 'TW-1', overlegdatum: '2026-12-14' };

  it('is van pagina en API hetzelfde, en een ander programma leest hem zoals bedoeld', async () => {
    const { body } = await postReferral(app, REGIOTAFEL, antwoorden, velden, '/ics').expect(200);
    const api = await postVerwijzing(app, REGIOTAFEL, antwoorden, velden, 'text/calendar').expect(200);
    expect(api.body.equals(body)).toBe(true);
    const agenda = new ICAL.Component(ICAL.parse(body.toString()));
    const afspraak = new ICAL.Event(agenda.getFirstSubcomponent('vevent') ?? undefined);
    expect(afspraak.startDate.toString()).toBe('2026-11-23');
    expect(afspraak.startDate.isDate).toBe(true);
    expect(afspraak.summary).toContain('TW-1');
    expect(afspraak.description).toContain('Het overleg is op 14 december 2026.');
    // A calendar may show the day after as the end, and an alarm sounds on another day: both say the day in words.
    const alarm = afspraak.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('description');
    for (const text of [afspraak.description, alarm]) expect(text).toContain('23 november 2026');
  });

  it('is er niet zonder datum, en niet bij een tafel zonder termijn', async () => {
    await postVerwijzing(app, REGIOTAFEL, antwoorden, { casuscode: 'TW-1' }, 'text/calendar').expect(409);
    await postVerwijzing(app, TOPX, findVignet('veelpleger'), { casuscode: 'TW-1' }, 'text/calendar').expect(
      409,
    );
  });
});

describe('als er geen pdf komt', () => {
  const topx = findVignet('veelpleger');

  it('komt het concept toch, zonder bijlage en met de reden erboven', async () => {
    const busy = createTestApp({ writePdf: () => Promise.reject(new PdfFailure('druk')) });
    for (const antwoord of [
      await postReferral(busy, TOPX, topx, EMPTY, '/eml').expect(200),
      await postVerwijzing(busy, TOPX, topx, EMPTY, 'message/rfc822').expect(200),
    ]) {
      const eml = await readEml(antwoord.body);
      expect(eml).toMatchObject({ attachments: 0, isConcept: true, aan: [ADDRESS] });
      expect(eml.tekst).toMatch(/^\[De pdf zit hier niet bij/);
      expect(eml.tekst).toContain('Geachte collega,');
    }
    await postReferral(busy, TOPX, topx, EMPTY, '/pdf').expect(503);
    await postVerwijzing(busy, TOPX, topx, EMPTY, 'application/pdf').expect(503);
  });

  it('wordt die niet meer gemaakt als wie erom vroeg weg is, van de pagina en uit de API', async () => {
    for (const ask of [
      (site: Express) => postReferral(site, TOPX, topx, EMPTY, '/pdf'),
      (site: Express) => postVerwijzing(site, TOPX, topx, EMPTY, 'application/pdf'),
    ]) {
      // Ends only when the maker of PDFs hears that nobody waits any more.
      await new Promise<void>((heard) => {
        const site = createTestApp({
          writePdf: (_pakket, { signal } = { who: '' }) =>
            new Promise((_resolve, reject) => {
              signal?.addEventListener('abort', () => {
                reject(new PdfFailure('afgebroken'));
                heard();
              });
              asked.abort();
            }),
        });
        const asked = ask(site);
        asked.then(undefined, () => {});
      });
    }
  });

  it('verbergt dat geen andere fout', async () => {
    const piece = createTestApp({ writePdf: () => Promise.reject(new Error('stuk')) });
    await postReferral(piece, TOPX, topx, EMPTY, '/eml').expect(500);
  });
});

describe('een onderbouwing van twintigduizend tekens', () => {
  const topx = findVignet('veelpleger');
  const tekst =
    `Begin. ${'Op 3 maart 2026 kwam de wijkagent langs: één café, € 12, coördinatie über alles. '.repeat(300)}`
      .slice(0, 19_995)
      .concat('Slot.');
  const veld = 'onderbouwing.meerdere-leefgebieden.feit';

  it('komt tot op de letter in e-mail, tekst en pdf, van de pagina en uit de API', async () => {
    expect(tekst).toHaveLength(20_000);
    const velden = { casuscode: 'TW-1', [veld]: tekst, hulpvraag: tekst, eerderGedaan: tekst };
    const { body } = await postVerwijzing(app, TOPX, topx, velden).expect(200);
    expect(body.mail.tekst.split(tekst)).toHaveLength(4);
    const eml = await readEml((await postReferral(app, TOPX, topx, velden, '/eml').expect(200)).body);
    expect(eml.tekst).toBe(body.mail.tekst.trim());
    const { structure } = readPdf(eml.bijlage?.pdf ?? Buffer.alloc(0));
    expect(structure.match(/Slot\./g)).toHaveLength(3);
    const voorbeeld = await postReferral(app, TOPX, topx, velden).expect(200);
    expect(voorbeeld.body.toString()).toContain(tekst);
  });

  it('mag regeleinden hebben zoals een browser die stuurt, en is met één teken meer te lang', async () => {
    const regels = 'x\r\n'.repeat(9_999).concat('xx');
    await postReferral(app, TOPX, topx, { casuscode: 'TW-1', [veld]: regels }).expect(200);
    const antwoord = await postReferral(app, TOPX, topx, { casuscode: 'TW-1', [veld]: `${tekst}x` }).expect(
      400,
    );
    const page = antwoord.body.toString();
    expect(page).toContain('href="#onderbouwing-meerdere-leefgebieden-feit"');
    expect(page).toContain('hoogstens 20000 tekens. U hebt er nu 20001.');
    const api = await postVerwijzing(app, TOPX, topx, { casuscode: 'TW-1', [veld]: `${tekst}x` }).expect(400);
    expect(api.body.fouten).toEqual([
      {
        pointer: '/verwijzing/onderbouwing/meerdere-leefgebieden/feit',
        melding: expect.stringContaining('20001'),
      },
    ]);
  });
});
