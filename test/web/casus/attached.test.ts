import { describe, expect, it } from 'vitest';
import { beginCasus, putAntwoorden } from '../../../src/domain/casus/change-casus.ts';
import { putItem } from '../../../src/domain/casus/change-items.ts';
import { toItem } from '../../../src/domain/casus/parse-item.ts';
import { toMoment } from '../../support/arbitrary-casus.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { findPdfFaults } from '../../support/pdf-faults.ts';
import { readPdfObjects } from '../../support/pdf-objects.ts';
import { readPdf } from '../../support/poppler.ts';
import { postReferral, readEml } from '../../support/referral-requests.ts';
import { request } from '../../support/request.ts';
import { askToSend, confirm, openSendingSite, readLink, readMail } from '../../support/sending-site.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../../support/test-app.ts';
import { findVignet } from '../../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS, baseUrl: 'https://wegwijzer.example.nl' });
const TOPX = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const FIELDS = {
  casuscode: 'TW-2026-001',
  hulpvraag: 'Wie neemt de regie in dit gezin?',
  aanmelderNaam: 'Kim de Wit',
  email: 'kim@gemeente.example',
  telefoon: '053-4871234',
};
const MET = { ...FIELDS, casusbestand: 'ja' };
const NAAM = 'casus-TW-2026-001-2026-11-21.casus.json';

const preview = async (velden: Readonly<Record<string, string>>) =>
  (await postReferral(app, 'topx', TOPX, velden).expect(200)).body.toString() as string;

describe('het casusbestand in de pdf', () => {
  it('opent bij de ontvanger dezelfde casus, zonder de naam van wie verwijst', async () => {
    const { body: pdf } = await postReferral(app, 'topx', TOPX, MET, '/pdf').expect(200);
    expect(findPdfFaults(readPdfObjects(pdf))).toEqual([]);
    const { files, structure } = readPdf(pdf);
    expect([...files.keys()]).toEqual([NAAM]);
    expect(structure.replaceAll(/\s+/g, ' ')).toContain(
      `${NAAM}. Open het op https://wegwijzer.example.nl/casus`,
    );
    const file = files.get(NAAM) ?? '';
    for (const own of ['Kim', 'kim@', '4871234']) expect(file).not.toContain(own);
    const opened = await request(app)
      .post('/casus/openen')
      .attach('bestand', Buffer.from(file), NAAM)
      .expect(200);
    expect(opened.text).toContain(FIELDS.casuscode);
    expect(opened.text).not.toContain('Dit konden we niet');
    const [, casus = ''] =
      readForms(opened.text)
        .flatMap(({ velden }) => velden)
        .find(([name]) => name === 'casus') ?? [];
    expect(casus).toContain(FIELDS.hulpvraag);
    const form = await postForm(app, '/casus', [
      ['casus', casus],
      ['actie', 'pakket-topx'],
    ]).expect(200);
    expect(form.text).toContain(FIELDS.hulpvraag);
  });

  it.each([
    ['met het vinkje erin', { casusbestand: 'ja' }, true],
    ['zonder het vinkje nergens in de pdf', {}, false],
  ])('een aantekening uit het logboek staat %s', async (_, vinkje: Record<string, string>, isThere) => {
    const begun = putAntwoorden(beginCasus(FIELDS.casuscode, toMoment(0)), TOPX, toMoment(1));
    const read = (pad: string) =>
      ({ datum: '2026-11-20', gezien: 'Er was overlast in de nacht.' })[pad] ?? '';
    const entry = toItem('logboek', { id: 'nacht', genoteerd: toMoment(1) }, read);
    const casus = JSON.stringify(putItem(begun, 'logboek', entry));
    const velden = { ...FIELDS, ...vinkje, casus };
    const { body: pdf } = await postReferral(app, 'topx', TOPX, velden, '/pdf').expect(200);
    const { files, pages } = readPdf(pdf);
    expect(pages.join()).not.toContain('overlast in de nacht');
    expect([...files.values()].map((file) => JSON.parse(file).logboek)).toEqual(isThere ? [[entry]] : []);
  });

  it('is er alleen met het vinkje, dat uit staat en na "Werk bij" blijft staan', async () => {
    const { body: pdf } = await postReferral(app, 'topx', TOPX, FIELDS, '/pdf').expect(200);
    const { files, structure } = readPdf(pdf);
    expect(files.size).toBe(0);
    expect(structure).not.toContain('casusbestand');
    const box = /<input[^>]*id="casusbestand"[^>]*>/;
    expect(box.exec(await preview(FIELDS))?.[0]).not.toContain('checked');
    expect(box.exec(await preview(MET))?.[0]).toContain('checked');
  });

  it('zit ook in de pdf van het concept, en niet in wat zonder pdf gaat', async () => {
    const eml = await readEml((await postReferral(app, 'topx', TOPX, MET, '/eml').expect(200)).body);
    expect([...readPdf(eml.bijlage?.pdf ?? Buffer.alloc(0)).files.keys()]).toEqual([NAAM]);
    const { body: txt } = await postReferral(app, 'topx', TOPX, MET, '/txt').expect(200);
    const { body: without } = await postReferral(app, 'topx', TOPX, FIELDS, '/txt').expect(200);
    expect(txt.toString()).toBe(without.toString());
  });

  it('zit in de e-mail die de server verstuurt, als daar het vinkje staat', async () => {
    const mailServer = await startMailServer({});
    const site = await openSendingSite({ mailServer });
    for (const [index, velden] of [
      { casusbestand: 'ja', hulpvraag: 'Eén' },
      { hulpvraag: 'Twee' },
    ].entries()) {
      await askToSend(site, velden).expect(200);
      await confirm(site, await readLink(mailServer)).expect(200);
      await site.wachtrij.update();
      const [attachment] = (await readMail(mailServer.received.at(-1))).attachments;
      const { files } = readPdf(Buffer.from(attachment?.content as ArrayBuffer));
      expect(files.size).toBe(index === 0 ? 1 : 0);
    }
  });

  it('hoort niet bij een belkaart: die houdt u zelf', async () => {
    const antwoorden = { ...findVignet('mantelzorger'), rol: 'huisarts' };
    const { body } = await postReferral(app, 'crisisteam-zorgkantoor', antwoorden, FIELDS).expect(200);
    expect(body.toString()).not.toContain('id="casusbestand"');
    const { body: pdf } = await postReferral(app, 'crisisteam-zorgkantoor', antwoorden, MET, '/pdf').expect(
      200,
    );
    expect(readPdf(pdf).files.size).toBe(0);
  });

  it('gaat de knoppen naast het vinkje niet aan', async () => {
    const href = `?a=${createTestSeal().seal(TOPX)}&tafel=topx`;
    for (const path of ['/casus/bestand', '/casus'])
      await postForm(app, `${path}${href}`, Object.entries(MET)).expect(200);
  });
});
