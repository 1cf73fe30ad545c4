import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { listVelden, type Veld } from '../../src/domain/referral/veld.ts';
import { createZendingZegel } from '../../src/sending/mail-seal.ts';
import { postForm, readForms } from '../support/form-walker.ts';
import { startMailserver } from '../support/mail-server.ts';
import { content, model } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import {
  AFZENDER,
  askToSend,
  confirm,
  fillIn,
  GEHEIM,
  openSendingSite,
  readAllFiles,
  readLink,
  readMail,
  readStand,
  sendReferral,
  TAFELADRES,
  VAN,
  VEELPLEGER,
} from '../support/sending-site.ts';
import { createTestApp, createTestZegel } from '../support/test-app.ts';

const MERKEN_IN_VELDEN = {
  hulpvraag: 'MERKHULPVRAAG café €',
  casuscode: 'MERK-2026-77',
  functie: 'MERKFUNCTIE',
};
const MERKEN = { ...MERKEN_IN_VELDEN, afzender: 'merkafzender@gemeente.example' };
/** A value for every field of the referral to TopX of this kind. */
function toWaarden(isGezocht: (veld: Veld) => boolean, waarde: string): Record<string, string> {
  const tafel = model.tafelOf.get('topx');
  const velden = tafel ? listVelden(content, tafel, undefined).filter(isGezocht) : [];
  return Object.fromEntries(velden.map(({ pad }) => [pad, waarde]));
}

const inhoudBestanden = (dataDir: string) => readdirSync(join(dataDir, 'verzendingen'));

describe('versturen door de server, van voorbeeld tot mailbox', () => {
  it.each(['starttls', 'direct'] as const)('gaat na bevestiging, precies één keer: %s', async (tls) => {
    const mailserver = await startMailserver({ tls });
    const site = await openSendingSite({ mailserver, tls });
    const stand = createTestZegel(site.klok.now).seal(VEELPLEGER);
    const voorbeeld = await postForm(
      site.app,
      `/verwijzen/topx?a=${stand}`,
      fillIn('topx', MERKEN_IN_VELDEN),
    ).expect(200);
    const formulier = readForms(voorbeeld.text).find(({ action }) =>
      action.startsWith('/verwijzen/topx/versturen'),
    );
    const velden = (formulier?.velden ?? []).map(([naam, waarde]) =>
      naam === 'afzender' ? ([naam, AFZENDER] as const) : ([naam, waarde] as const),
    );
    const gevraagd = await postForm(site.app, formulier?.action ?? '', velden).expect(200);
    expect(gevraagd.headers['cache-control']).toBe('no-store');
    expect(gevraagd.text).toContain(AFZENDER);

    expect(mailserver.ontvangen).toHaveLength(1);
    const vraag = await readMail(mailserver.ontvangen[0]);
    expect(vraag).toMatchObject({ van: VAN, aan: [AFZENDER], to: [AFZENDER], from: VAN, metTls: true });
    expect(vraag.header('auto-submitted')).toBe('auto-generated');
    expect(vraag.tekst).not.toContain('MERK');

    const link = await readLink(mailserver);
    const pagina = await request(site.app).get(link.adres).expect(200);
    expect(pagina.headers['cache-control']).toBe('no-store');
    for (const tekst of [TAFELADRES, AFZENDER, 'Aanmelding TopX: casus MERK-2026-77'])
      expect(pagina.text).toContain(tekst);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(1);

    const [knop] = readForms(pagina.text);
    await postForm(site.app, knop?.action ?? '', knop?.velden ?? []).expect(200);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(2);
    const mail = await readMail(mailserver.ontvangen[1]);
    expect(mail).toMatchObject({
      van: VAN,
      from: VAN,
      aan: [TAFELADRES],
      to: [TAFELADRES],
      replyTo: [AFZENDER],
      onderwerp: 'Aanmelding TopX: casus MERK-2026-77',
      metTls: true,
    });
    expect(mail.cc ?? []).toEqual([]);
    expect(mail.inhoud).toContain('MERKHULPVRAAG café €');
    expect(mail.inhoud).toContain(`namens ${AFZENDER}`);
    expect(mail.inhoud).not.toContain('[uw naam]');
    expect(mail.header('x-unsent')).toBeUndefined();
    expect(mail.header('auto-submitted')).toBeUndefined();
    expect(mail.messageId).toMatch(/^<[\w-]+@relay\.example>$/);
    expect(mail.bijlagen).toMatchObject([
      { filename: 'verwijzing-topx-MERK-2026-77.pdf', mimeType: 'application/pdf' },
    ]);
    expect(
      Buffer.from(mail.bijlagen[0]?.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    expect(await readStand(site, link)).toContain('De e-mail is verstuurd');
    await confirm(site, link).expect(200);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(2);
    expect(site.fouten).toEqual([]);
  });

  it('houdt van de inhoud niets leesbaars op de schijf, en na afloop niets', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site, MERKEN).expect(200);
    const link = await readLink(mailserver);
    const voor = readAllFiles(site.dataDir);
    for (const merk of [...Object.values(MERKEN), 'MERK', TAFELADRES, link.sleutel])
      expect(voor).not.toContain(merk);
    // Not even with all that the server knows: the key is in the link alone.
    const [zending] = site.store.zendingen.lijst();
    const bytes = await site.store.zendingen.leesInhoud(zending?.bestand ?? '');
    expect(bytes?.length).toBeGreaterThan(1_000);
    expect(createZendingZegel([GEHEIM]).open(zending?.id ?? '', bytes ?? Buffer.alloc(0))).toBeNull();

    mailserver.antwoorden.push(450);
    await confirm(site, link).expect(200);
    await site.wachtrij.werkBij();
    const tijdens = readAllFiles(site.dataDir);
    for (const merk of ['MERK', 'merkafzender', TAFELADRES, link.sleutel])
      expect(tijdens).not.toContain(merk);
    expect(inhoudBestanden(site.dataDir)).toHaveLength(1);

    site.klok.vooruit(1);
    await site.wachtrij.werkBij();
    expect(site.store.zendingen.lijst()).toMatchObject([{ status: 'verstuurd', bestand: null }]);
    expect(inhoudBestanden(site.dataDir)).toEqual([]);
    expect(readAllFiles(site.dataDir)).not.toMatch(/MERK|merkafzender/);
  });

  it('laat in het logboek niets na van wat er is ingevuld, en geen sleutel', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    const link = await sendReferral(site, mailserver, MERKEN);
    const { sleutel } = link;
    await readStand(site, link);
    await request(site.app).get(`${link.pad}/x?sleutel=${sleutel}`).expect(404);
    await askToSend(site, { ...MERKEN, afzender: 'merkfout@elders.example' }).expect(400);
    mailserver.geweigerd.set(MERKEN.afzender, 550);
    await askToSend(site, { ...MERKEN, hulpvraag: 'MERKANDERS' }).expect(400);
    const logboek = site.regels.join('\n');
    expect(logboek).toContain('/versturen/');
    expect(logboek).toContain('"uitkomst":"verstuurd"');
    expect(logboek).not.toMatch(/merk/i);
    for (const geheim of [sleutel, 'sleutel', 'afzender', 'bestand', 'het-wachtwoord', TAFELADRES, '@'])
      expect(logboek).not.toContain(geheim);
  });
});

describe('de link om te bevestigen', () => {
  it('verstuurt niets bij GET of HEAD, hoe vaak ook', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const { adres } = await readLink(mailserver);
    for (let keer = 0; keer < 3; keer += 1) {
      await request(site.app).get(adres).expect(200);
      await request(site.app).head(adres).expect(200);
    }
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(1);
    expect(site.store.zendingen.lijst()).toMatchObject([{ status: 'onbevestigd' }]);
  });

  it('verstuurt één keer, ook bij tien klikken tegelijk', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const link = await readLink(mailserver);
    const antwoorden = await Promise.all(Array.from({ length: 10 }, () => confirm(site, link)));
    expect(antwoorden.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(2);
    expect(inhoudBestanden(site.dataDir)).toEqual([]);
  });

  it('verstuurt één keer, ook als een eerste klik pas doorkomt nadat een tweede al is verstuurd', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const link = await readLink(mailserver);
    const { zendingen } = site.store;
    const bewaar = zendingen.bewaarInhoud;
    let laatDoor: (() => void) | undefined;
    vi.spyOn(zendingen, 'bewaarInhoud').mockImplementationOnce(async (bytes) => {
      await new Promise<void>((resolve) => {
        laatDoor = resolve;
      });
      return bewaar(bytes);
    });
    const traag = confirm(site, link).then(({ status }) => status);
    await vi.waitFor(() => expect(laatDoor).toBeDefined());
    await confirm(site, link).expect(200);
    await site.wachtrij.werkBij();
    laatDoor?.();
    expect(await traag).toBe(200);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(2);
    expect(inhoudBestanden(site.dataDir)).toEqual([]);
  });

  it('werkt een uur; daarna is de aanmelding gewist', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const link = await readLink(mailserver);
    site.klok.vooruit(59);
    await request(site.app).get(link.adres).expect(200);
    site.klok.vooruit(1);
    await request(site.app).get(link.adres).expect(410);
    await confirm(site, link).expect(410);
    await site.wachtrij.werkBij();
    expect(inhoudBestanden(site.dataDir)).toEqual([]);
    await confirm(site, link).expect(410);
    expect(mailserver.ontvangen).toHaveLength(1);
  });

  it('werkt niet als er iets aan is veranderd', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const { pad, sleutel } = await readLink(mailserver);
    const anders = `${sleutel.startsWith('A') ? 'B' : 'A'}${sleutel.slice(1)}`;
    for (const vals of [anders, '', sleutel.slice(0, -2), `${sleutel}AA`, 'x'.repeat(500), '../..']) {
      await request(site.app)
        .get(`${pad}?sleutel=${encodeURIComponent(vals)}`)
        .expect(404);
      expect((await confirm(site, { pad, sleutel: vals })).status).toBeGreaterThanOrEqual(400);
    }
    await request(site.app).get(pad).expect(404);
    await request(site.app).get(`/versturen/AAAAAAAAAAAAAAAAAAAAAA?sleutel=${sleutel}`).expect(404);
    await request(site.app).get(`${pad}?sleutel=${sleutel}&sleutel=${sleutel}`).expect(400);
    await site.wachtrij.werkBij();
    expect(site.store.zendingen.lijst()).toMatchObject([{ status: 'onbevestigd' }]);
    expect(mailserver.ontvangen).toHaveLength(1);
  });

  it('is niet vanaf een andere site te bevestigen of aan te vragen', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).set('Sec-Fetch-Site', 'cross-site').expect(403);
    expect(mailserver.ontvangen).toEqual([]);
    await askToSend(site).expect(200);
    const link = await readLink(mailserver);
    await confirm(site, link).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await confirm(site, link).set('Origin', 'https://elders.example').expect(403);
    expect(site.store.zendingen.lijst()).toMatchObject([{ status: 'onbevestigd' }]);
  });

  it('wordt vervangen als iemand precies hetzelfde nog eens vraagt', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const eerste = await readLink(mailserver);
    await askToSend(site).expect(200);
    const tweede = await readLink(mailserver);
    await confirm(site, eerste).expect(410);
    await confirm(site, tweede).expect(200);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(3);
    const nogEens = await askToSend(site).expect(409);
    expect(nogEens.text).toContain('al verstuurd');
    expect(mailserver.ontvangen).toHaveLength(3);
    // Another text is another referral.
    await askToSend(site, { hulpvraag: 'Een andere vraag.' }).expect(200);
  });
});

describe('wie mag laten versturen, en wat', () => {
  it.each([
    '',
    'geen adres',
    'sjoerd@elders.example',
    'sjoerd@sub.gemeente.example',
    'sjoerd@gemeente.example.elders.example',
    'sjoerd@nietgemeente.example',
    'a@gemeente.example,b@elders.example',
    'a@gemeente.example b@gemeente.example',
    'a@gemeente.example\r\nBcc: b@elders.example',
    'a@gemeente.example%0d%0aBcc: b@elders.example',
    'Sjoerd <a@gemeente.example>',
    '"a b"@gemeente.example',
    'a@elders.example@gemeente.example',
    'é@gemeente.example',
    `${'a'.repeat(65)}@gemeente.example`,
  ])('weigert als afzender: %j, en houdt de rest vast', async (afzender) => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    const { text, status } = await askToSend(site, { afzender });
    expect(status).toBe(400);
    expect(text).toContain('<title>Fout: ');
    expect(text).toContain('href="#afzender"');
    const formulier = readForms(text).find(({ action }) => action.startsWith('/verwijzen/topx/versturen'));
    expect(Object.fromEntries(formulier?.velden ?? [])).toMatchObject(
      Object.fromEntries(fillIn('topx', { afzender })),
    );
    expect(mailserver.ontvangen).toEqual([]);
    expect(site.store.zendingen.lijst()).toEqual([]);
  });

  it('neemt een adres op een van de domeinen aan, hoe ook geschreven', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site, { afzender: '  S.Wijk+werk@ZORG.example ' }).expect(200);
    expect(mailserver.ontvangen[0]?.aan).toEqual(['S.Wijk+werk@ZORG.example']);
  });

  it('verstuurt geen concept, niet namens wie niet mag aanmelden, en niet langs een ander kanaal', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    const concept = await askToSend(site, { hulpvraag: '' }).expect(400);
    expect(concept.text).not.toContain('Laat de wegwijzer versturen');
    const vondst = await askToSend(site, { hulpvraag: 'Bel mevrouw De Vries.' }).expect(400);
    expect(vondst.text).not.toContain('Laat de wegwijzer versturen');
    await askToSend(site, {}, 'topx', { ...VEELPLEGER, rol: 'woningcorporatie' }).expect(400);
    const zonderNaam = await askToSend(site, { aanmelderNaam: '' }).expect(400);
    expect(zonderNaam.text).toContain('Vul daarvoor eerst uw eigen naam in');
    expect(mailserver.ontvangen).toEqual([]);
    await askToSend(site, { casuscode: 'Jansen' }).expect(400);
    await postForm(site.app, '/verwijzen/mars/versturen', []).expect(404);
    expect(mailserver.ontvangen).toEqual([]);
  });

  it('zegt erbij wie de mail niet krijgt, als een adres voor cc niet bekend is', async () => {
    const site = await openSendingSite({ mailserver: await startMailserver() });
    const voorbeeld = async (rol: string) => {
      const stand = createTestZegel(site.klok.now).seal({ ...VEELPLEGER, rol });
      return (await postForm(site.app, `/verwijzen/topx?a=${stand}`, fillIn('topx')).expect(200)).text;
    };
    expect(await voorbeeld('politie')).toContain('Stuur die zelf een kopie.');
    expect(await voorbeeld('procesmanager')).not.toContain('Stuur die zelf een kopie.');
  });

  it('laat niemand een ontvanger, een kop of een tekst van zichzelf meesturen', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    const kop = 'x\r\nBcc: boef\r\n\r\nandere tekst\r\n.\r\nMAIL FROM:<boef>';
    const vol = toWaarden(({ soort }) => soort === 'tekst', kop);
    const vreemd = {
      aan: 'boef@elders.example',
      cc: 'boef@elders.example',
      tekst: 'BOEFTEKST',
      onderwerp: 'BOEFTEKST',
    };
    await askToSend(site, { ...vol, ...vreemd }).expect(400);
    expect(mailserver.ontvangen).toEqual([]);
    await askToSend(site, vol).expect(200);
    await confirm(site, await readLink(mailserver)).expect(200);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen.map(({ aan }) => aan)).toEqual([[AFZENDER], [TAFELADRES]]);
    const mail = await readMail(mailserver.ontvangen[1]);
    expect(mail).toMatchObject({ to: [TAFELADRES], onderwerp: 'Aanmelding TopX: casus TW-2026-014' });
    expect(mail.header('bcc')).toBeUndefined();
    expect(mail.cc ?? []).toEqual([]);
    expect(mail.inhoud.split('Bcc: boef')).toHaveLength(Object.keys(vol).length + 1);
    expect(mailserver.ontvangen.map(({ tekst }) => tekst).join()).not.toMatch(/BOEFTEKST|elders\.example/);
  });

  it('weigert een regeleinde in elk veld van één regel, en in de code', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    const regels = toWaarden(({ soort }) => soort === 'regel', 'x\r\nBcc: boef');
    const { text } = await askToSend(site, regels).expect(400);
    for (const naam of Object.keys(regels)) expect(text).toContain(`href="#${naam.replaceAll('.', '-')}"`);
    expect(mailserver.ontvangen).toEqual([]);
  });

  it('houdt zich aan de grens per afzender en per uur, ook na een herstart', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver, perUur: 2 });
    await askToSend(site, { hulpvraag: 'Een.' }).expect(200);
    site.klok.vooruit(10);
    await askToSend(site, { hulpvraag: 'Twee.', afzender: AFZENDER.toLowerCase() }).expect(200);
    await site.sluit();
    const { dataDir, klok } = site;
    const later = await openSendingSite({ mailserver, perUur: 2, dataDir, klok });
    const plus = AFZENDER.replace('@', '+1@');
    const { text, headers } = await askToSend(later, { hulpvraag: 'Drie.', afzender: plus }).expect(429);
    expect(headers['retry-after']).toBe('3000');
    expect(text).toContain('21 november 2026 om 11:00');
    expect(text).toContain('Drie.');
    await askToSend(later, { hulpvraag: 'Drie.', afzender: 'ander@gemeente.example' }).expect(200);
    klok.vooruit(50);
    await askToSend(later, { hulpvraag: 'Drie.' }).expect(200);
    expect(mailserver.ontvangen).toHaveLength(4);
  });

  it('houdt zich aan de grens voor iedereen samen, ook bij aanvragen tegelijk', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver, totaalPerUur: 3 });
    const antwoorden = await Promise.all(
      Array.from({ length: 8 }, (_, nummer) => askToSend(site, { afzender: `w${nummer}@zorg.example` })),
    );
    expect(antwoorden.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(antwoorden.filter(({ status }) => status === 429)).toHaveLength(5);
    expect(mailserver.ontvangen).toHaveLength(3);
    expect(inhoudBestanden(site.dataDir)).toHaveLength(3);
  });
});

describe('als de link niet kan worden verstuurd', () => {
  it('zegt dat meteen, bewaart niets, en laat het later opnieuw proberen', async () => {
    const mailserver = await startMailserver({ tls: 'geen' });
    const site = await openSendingSite({ mailserver });
    const { text, headers } = await askToSend(site).expect(503);
    expect(headers['retry-after']).toBe('300');
    expect(text).toContain('Er is niets verstuurd.');
    expect(site.regels.join()).toMatch(/"soort":"bevestiging".*"uitkomst":"nietBezorgd","reden":"ETLS/);
    expect(mailserver.ontvangen).toEqual([]);
    expect(inhoudBestanden(site.dataDir)).toEqual([]);
  });

  it('wijst een adres af dat de mailserver weigert', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    mailserver.geweigerd.set(AFZENDER, 550);
    const { text } = await askToSend(site).expect(400);
    expect(text).toContain('Een e-mail aan dit adres wordt niet aangenomen');
    expect(inhoudBestanden(site.dataDir)).toEqual([]);
  });

  it('zegt het als niet zeker is dat de link aankomt', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    mailserver.antwoorden.push('verbreek');
    const { text } = await askToSend(site).expect(200);
    expect(text).toContain('Misschien komt de e-mail niet aan');
    await confirm(site, await readLink(mailserver)).expect(200);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen).toHaveLength(2);
  });
});

describe('zonder mailserver', () => {
  it('is er voor de gebruiker niets van te zien', async () => {
    const app = createTestApp();
    const stand = createTestZegel().seal(VEELPLEGER);
    const { text } = await postForm(app, `/verwijzen/topx?a=${stand}`, fillIn('topx')).expect(200);
    expect(text).not.toMatch(/laat de wegwijzer/i);
    await postForm(app, `/verwijzen/topx/versturen?a=${stand}`, fillIn('topx')).expect(404);
    await request(app).get('/versturen/AAAAAAAAAAAAAAAAAAAAAA?sleutel=A').expect(404);
    await postForm(app, '/versturen/AAAAAAAAAAAAAAAAAAAAAA', [['sleutel', 'A']]).expect(404);
    expect((await request(app).get('/privacy')).text).toContain('Deze site verstuurt zelf geen e-mail');
  });
});
