import { describe, expect, it, vi } from 'vitest';
import { listVelden, type Veld } from '../../src/domain/referral/veld.ts';
import { createMailSeal } from '../../src/sending/mail-seal.ts';
import { postForm, readForms } from '../support/form-walker.ts';
import { startMailServer } from '../support/mail-server.ts';
import { content, model } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import {
  askToSend,
  confirm,
  FROM,
  fillIn,
  openSendingSite,
  readLink,
  readMail,
  readStand,
  SECRET,
  SENDER,
  sendReferral,
  TAFELADRES,
  VEELPLEGER,
} from '../support/sending-site.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { say } from '../support/texts.ts';

const MARKS_IN_VELDEN = {
  hulpvraag: 'MERKHULPVRAAG café €',
  casuscode: 'MERK-2026-77',
  functie: 'MERKFUNCTIE',
};
const MARKS = { ...MARKS_IN_VELDEN, afzender: 'merkafzender@gemeente.example' };
/** A value for every field of the referral to TopX of this kind. */
function toValues(isSearched: (veld: Veld) => boolean, waarde: string): Record<string, string> {
  const tafel = model.tafelOf.get('topx');
  const velden = tafel ? listVelden(say, content, tafel, undefined).filter(isSearched) : [];
  return Object.fromEntries(velden.map(({ pad }) => [pad, waarde]));
}

describe('versturen door de server, van voorbeeld tot mailbox', () => {
  it.each(['starttls', 'direct'] as const)('gaat na bevestiging, precies één keer: %s', async (tls) => {
    const mailServer = await startMailServer({ tls });
    const site = await openSendingSite({ mailServer, tls });
    const stand = createTestSeal(site.clock.now).seal(VEELPLEGER);
    const voorbeeld = await postForm(
      site.app,
      `/verwijzen/topx?a=${stand}`,
      fillIn('topx', MARKS_IN_VELDEN),
    ).expect(200);
    const form = readForms(voorbeeld.text).find(({ action }) =>
      action.startsWith('/verwijzen/topx/versturen'),
    );
    const velden = (form?.velden ?? []).map(([naam, waarde]) =>
      naam === 'afzender' ? ([naam, SENDER] as const) : ([naam, waarde] as const),
    );
    const asked = await postForm(site.app, form?.action ?? '', velden).expect(200);
    expect(asked.headers['cache-control']).toBe('no-store');
    expect(asked.text).toContain(SENDER);

    expect(mailServer.received).toHaveLength(1);
    const vraag = await readMail(mailServer.received[0]);
    expect(vraag).toMatchObject({ van: FROM, aan: [SENDER], to: [SENDER], from: FROM, withTls: true });
    expect(vraag.header('auto-submitted')).toBe('auto-generated');
    expect(vraag.tekst).not.toContain('MERK');

    const link = await readLink(mailServer);
    const page = await request(site.app).get(link.adres).expect(200);
    expect(page.headers['cache-control']).toBe('no-store');
    for (const tekst of [TAFELADRES, SENDER, 'Aanmelding TopX: casus MERK-2026-77'])
      expect(page.text).toContain(tekst);
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(1);

    const [button] = readForms(page.text);
    await postForm(site.app, button?.action ?? '', button?.velden ?? []).expect(200);
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(2);
    const mail = await readMail(mailServer.received[1]);
    expect(mail).toMatchObject({
      van: FROM,
      from: FROM,
      aan: [TAFELADRES],
      to: [TAFELADRES],
      replyTo: [SENDER],
      onderwerp: 'Aanmelding TopX: casus MERK-2026-77',
      withTls: true,
    });
    expect(mail.cc ?? []).toEqual([]);
    expect(mail.inhoud).toContain('MERKHULPVRAAG café €');
    expect(mail.inhoud).toContain(`namens ${SENDER}`);
    expect(mail.inhoud).not.toContain('[uw naam]');
    expect(mail.header('x-unsent')).toBeUndefined();
    expect(mail.header('auto-submitted')).toBeUndefined();
    expect(mail.messageId).toMatch(/^<[\w-]+@relay\.example>$/);
    expect(mail.attachments).toMatchObject([
      { filename: 'verwijzing-topx-MERK-2026-77.pdf', mimeType: 'application/pdf' },
    ]);
    expect(
      Buffer.from(mail.attachments[0]?.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    expect(await readStand(site, link)).toContain('De e-mail is verstuurd');
    await confirm(site, link).expect(200);
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(2);
    expect(site.fouten).toEqual([]);
  });

  it('houdt van de inhoud niets leesbaars op de schijf, en na afloop niets', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site, MARKS).expect(200);
    const link = await readLink(mailServer);
    const voor = await site.place.readAll();
    for (const mark of [...Object.values(MARKS), 'MERK', TAFELADRES, link.sleutel])
      expect(voor).not.toContain(mark);
    // Not even with all that the server knows: the key is in the link alone.
    const [outgoingMail] = await site.store.zendingen.lijst();
    const bytes = await site.store.zendingen.leesInhoud(outgoingMail?.bestand ?? '');
    expect(bytes?.length).toBeGreaterThan(1_000);
    expect(createMailSeal(() => [SECRET]).open(outgoingMail?.id ?? '', bytes ?? Buffer.alloc(0))).toBeNull();

    mailServer.antwoorden.push(450);
    await confirm(site, link).expect(200);
    await site.wachtrij.update();
    const during = await site.place.readAll();
    for (const mark of ['MERK', 'merkafzender', TAFELADRES, link.sleutel]) expect(during).not.toContain(mark);
    expect(await site.place.countSealed()).toBe(1);

    site.clock.ahead(1);
    await site.wachtrij.update();
    expect(await site.store.zendingen.lijst()).toMatchObject([{ status: 'verstuurd', bestand: null }]);
    expect(await site.place.countSealed()).toBe(0);
    expect(await site.place.readAll()).not.toMatch(/MERK|merkafzender/);
  });

  it('laat in het logboek niets na van wat er is ingevuld, en geen sleutel', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    const link = await sendReferral(site, mailServer, MARKS);
    const { sleutel } = link;
    await readStand(site, link);
    await request(site.app).get(`${link.pad}/x?sleutel=${sleutel}`).expect(404);
    await askToSend(site, { ...MARKS, afzender: 'merkfout@elders.example' }).expect(400);
    mailServer.geweigerd.set(MARKS.afzender, 550);
    await askToSend(site, { ...MARKS, hulpvraag: 'MERKANDERS' }).expect(400);
    const logboek = site.regels.join('\n');
    expect(logboek).toContain('/versturen/');
    expect(logboek).toContain('"uitkomst":"verstuurd"');
    expect(logboek).not.toMatch(/merk/i);
    for (const secret of [sleutel, 'sleutel', 'afzender', 'bestand', 'het-wachtwoord', TAFELADRES, '@'])
      expect(logboek).not.toContain(secret);
  });
});

describe('de link om te bevestigen', () => {
  it('verstuurt niets bij GET of HEAD, hoe vaak ook', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site).expect(200);
    const { adres } = await readLink(mailServer);
    for (let times = 0; times < 3; times += 1) {
      await request(site.app).get(adres).expect(200);
      await request(site.app).head(adres).expect(200);
    }
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(1);
    expect(await site.store.zendingen.lijst()).toMatchObject([{ status: 'onbevestigd' }]);
  });

  it('verstuurt één keer, ook bij tien klikken tegelijk', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site).expect(200);
    const link = await readLink(mailServer);
    const antwoorden = await Promise.all(Array.from({ length: 10 }, () => confirm(site, link)));
    expect(antwoorden.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(2);
    expect(await site.place.countSealed()).toBe(0);
  });

  it('verstuurt één keer, ook als een eerste klik pas doorkomt nadat een tweede al is verstuurd', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site).expect(200);
    const link = await readLink(mailServer);
    const { zendingen } = site.store;
    const keep = zendingen.bewaarInhoud;
    let letThrough: (() => void) | undefined;
    vi.spyOn(zendingen, 'bewaarInhoud').mockImplementationOnce(async (bytes) => {
      await new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      return keep(bytes);
    });
    const slow = confirm(site, link).then(({ status }) => status);
    await vi.waitFor(() => expect(letThrough).toBeDefined());
    await confirm(site, link).expect(200);
    await site.wachtrij.update();
    letThrough?.();
    expect(await slow).toBe(200);
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(2);
    expect(await site.place.countSealed()).toBe(0);
  });

  it('werkt een uur; daarna is de aanmelding gewist', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site).expect(200);
    const link = await readLink(mailServer);
    site.clock.ahead(59);
    await request(site.app).get(link.adres).expect(200);
    site.clock.ahead(1);
    await request(site.app).get(link.adres).expect(410);
    await confirm(site, link).expect(410);
    await site.wachtrij.update();
    expect(await site.place.countSealed()).toBe(0);
    await confirm(site, link).expect(410);
    expect(mailServer.received).toHaveLength(1);
  });

  it('werkt niet als er iets aan is veranderd', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site).expect(200);
    const { pad, sleutel } = await readLink(mailServer);
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
    await site.wachtrij.update();
    expect(await site.store.zendingen.lijst()).toMatchObject([{ status: 'onbevestigd' }]);
    expect(mailServer.received).toHaveLength(1);
  });

  it('is niet vanaf een andere site te bevestigen of aan te vragen', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site).set('Sec-Fetch-Site', 'cross-site').expect(403);
    expect(mailServer.received).toEqual([]);
    await askToSend(site).expect(200);
    const link = await readLink(mailServer);
    await confirm(site, link).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await confirm(site, link).set('Origin', 'https://elders.example').expect(403);
    expect(await site.store.zendingen.lijst()).toMatchObject([{ status: 'onbevestigd' }]);
  });

  it('wordt vervangen als iemand precies hetzelfde nog eens vraagt', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site).expect(200);
    const first = await readLink(mailServer);
    await askToSend(site).expect(200);
    const second = await readLink(mailServer);
    await confirm(site, first).expect(410);
    await confirm(site, second).expect(200);
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(3);
    const onceMore = await askToSend(site).expect(409);
    expect(onceMore.text).toContain('al verstuurd');
    expect(mailServer.received).toHaveLength(3);
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
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    const { text, status } = await askToSend(site, { afzender });
    expect(status).toBe(400);
    expect(text).toContain('<title>Fout: ');
    expect(text).toContain('href="#afzender"');
    const form = readForms(text).find(({ action }) => action.startsWith('/verwijzen/topx/versturen'));
    expect(Object.fromEntries(form?.velden ?? [])).toMatchObject(
      Object.fromEntries(fillIn('topx', { afzender })),
    );
    expect(mailServer.received).toEqual([]);
    expect(await site.store.zendingen.lijst()).toEqual([]);
  });

  it('neemt een adres op een van de domeinen aan, hoe ook geschreven', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    await askToSend(site, { afzender: '  S.Wijk+werk@ZORG.example ' }).expect(200);
    expect(mailServer.received[0]?.aan).toEqual(['S.Wijk+werk@ZORG.example']);
  });

  it('verstuurt geen concept, niet namens wie niet mag aanmelden, en niet langs een ander kanaal', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    const concept = await askToSend(site, { hulpvraag: '' }).expect(400);
    expect(concept.text).not.toContain('Laat de wegwijzer versturen');
    const finding = await askToSend(site, { hulpvraag: 'Bel mevrouw De Vries.' }).expect(400);
    expect(finding.text).not.toContain('Laat de wegwijzer versturen');
    await askToSend(site, {}, 'topx', { ...VEELPLEGER, rol: 'woningcorporatie' }).expect(400);
    const withoutName = await askToSend(site, { aanmelderNaam: '' }).expect(400);
    expect(withoutName.text).toContain('Vul daarvoor eerst uw eigen naam in');
    expect(mailServer.received).toEqual([]);
    await askToSend(site, { casuscode: 'Jansen' }).expect(400);
    await postForm(site.app, '/verwijzen/mars/versturen', []).expect(404);
    expect(mailServer.received).toEqual([]);
  });

  it('zegt erbij wie de mail niet krijgt, als een adres voor cc niet bekend is', async () => {
    const site = await openSendingSite({ mailServer: await startMailServer() });
    const voorbeeld = async (rol: string) => {
      const stand = createTestSeal(site.clock.now).seal({ ...VEELPLEGER, rol });
      return (await postForm(site.app, `/verwijzen/topx?a=${stand}`, fillIn('topx')).expect(200)).text;
    };
    expect(await voorbeeld('politie')).toContain('Stuur die zelf een kopie.');
    expect(await voorbeeld('procesmanager')).not.toContain('Stuur die zelf een kopie.');
  });

  it('stelt het eigen e-mailadres voor waarmee de aanmelder is te bereiken', async () => {
    const site = await openSendingSite({ mailServer: await startMailServer() });
    const stand = createTestSeal(site.clock.now).seal(VEELPLEGER);
    const { text } = await postForm(
      site.app,
      `/verwijzen/topx?a=${stand}`,
      fillIn('topx', { email: SENDER }),
    );
    expect(text).toMatch(new RegExp(`id="afzender" name="afzender" value="${SENDER}"`));
    expect(text).toContain(`\n${SENDER}`);
  });

  it('laat niemand een ontvanger, een kop of een tekst van zichzelf meesturen', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    const kop = 'x\r\nBcc: boef\r\n\r\nandere tekst\r\n.\r\nMAIL FROM:<boef>';
    // Who agrees needs no ground against it: what is typed about that is not sent.
    const full = toValues(({ soort, zonderToestemming }) => soort === 'tekst' && !zonderToestemming, kop);
    const foreign = {
      aan: 'boef@elders.example',
      cc: 'boef@elders.example',
      tekst: 'BOEFTEKST',
      onderwerp: 'BOEFTEKST',
    };
    await askToSend(site, { ...full, ...foreign }).expect(400);
    expect(mailServer.received).toEqual([]);
    await askToSend(site, full).expect(200);
    await confirm(site, await readLink(mailServer)).expect(200);
    await site.wachtrij.update();
    expect(mailServer.received.map(({ aan }) => aan)).toEqual([[SENDER], [TAFELADRES]]);
    const mail = await readMail(mailServer.received[1]);
    expect(mail).toMatchObject({ to: [TAFELADRES], onderwerp: 'Aanmelding TopX: casus TW-2026-014' });
    expect(mail.header('bcc')).toBeUndefined();
    expect(mail.cc ?? []).toEqual([]);
    expect(mail.inhoud.split('Bcc: boef')).toHaveLength(Object.keys(full).length + 1);
    expect(mailServer.received.map(({ tekst }) => tekst).join()).not.toMatch(/BOEFTEKST|elders\.example/);
  });

  it('weigert een regeleinde in elk veld van één regel, en in de code', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    const regels = toValues(({ soort }) => soort === 'regel', 'x\r\nBcc: boef');
    const { text } = await askToSend(site, regels).expect(400);
    for (const naam of Object.keys(regels)) expect(text).toContain(`href="#${naam.replaceAll('.', '-')}"`);
    expect(mailServer.received).toEqual([]);
  });

  it('houdt zich aan de grens per afzender en per uur, ook na een herstart', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer, perUur: 2 });
    await askToSend(site, { hulpvraag: 'Een.' }).expect(200);
    site.clock.ahead(10);
    await askToSend(site, { hulpvraag: 'Twee.', afzender: SENDER.toLowerCase() }).expect(200);
    await site.sluit();
    const { place, clock } = site;
    const later = await openSendingSite({ mailServer, perUur: 2, place, clock });
    const plus = SENDER.replace('@', '+1@');
    const { text, headers } = await askToSend(later, { hulpvraag: 'Drie.', afzender: plus }).expect(429);
    expect(headers['retry-after']).toBe('3000');
    expect(text).toContain('21 november 2026 om 11.00 uur');
    expect(text).toContain('Drie.');
    await askToSend(later, { hulpvraag: 'Drie.', afzender: 'ander@gemeente.example' }).expect(200);
    clock.ahead(50);
    await askToSend(later, { hulpvraag: 'Drie.' }).expect(200);
    expect(mailServer.received).toHaveLength(4);
  });

  it('wie vraagt en niet bevestigt, neemt een ander niets af; wat bevestigd is boven de grens gaat later', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer, totaalPerHour: 3 });
    const links: Awaited<ReturnType<typeof readLink>>[] = [];
    for (let nummer = 0; nummer < 5; nummer += 1) {
      await askToSend(site, { afzender: `w${nummer}@zorg.example`, hulpvraag: `Vraag ${nummer}.` }).expect(
        200,
      );
      links.push(await readLink(mailServer));
    }
    for (const link of links) await confirm(site, link).expect(200);
    await site.wachtrij.update();
    const atTafel = () => mailServer.received.filter(({ aan }) => aan.includes(TAFELADRES));
    expect(atTafel()).toHaveLength(3);
    const [last] = links.slice(-1);
    expect(last && (await readStand(site, last))).toContain('21 november 2026 om 11.00 uur');
    await askToSend(site, { afzender: 'nog@zorg.example', hulpvraag: 'Nog een.' }).expect(429);
    site.clock.ahead(60);
    await site.wachtrij.update();
    expect(atTafel()).toHaveLength(5);
  });
});

describe('als de link niet kan worden verstuurd', () => {
  it('zegt dat meteen, bewaart niets, en laat het later opnieuw proberen', async () => {
    const mailServer = await startMailServer({ tls: 'geen' });
    const site = await openSendingSite({ mailServer });
    const { text, headers } = await askToSend(site).expect(503);
    expect(headers['retry-after']).toBe('300');
    expect(text).toContain('Er is niets verstuurd.');
    expect(site.regels.join()).toMatch(/"soort":"bevestiging".*"uitkomst":"nietBezorgd","reden":"ETLS/);
    expect(mailServer.received).toEqual([]);
    expect(await site.place.countSealed()).toBe(0);
  });

  it('wijst een adres af dat de mailserver weigert', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    mailServer.geweigerd.set(SENDER, 550);
    const { text } = await askToSend(site).expect(400);
    expect(text).toContain('Een e-mail aan dit adres wordt niet aangenomen');
    expect(await site.place.countSealed()).toBe(0);
  });

  it('zegt het als niet zeker is dat de link aankomt', async () => {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer });
    mailServer.antwoorden.push('verbreek');
    const { text } = await askToSend(site).expect(200);
    expect(text).toContain('Misschien komt de e-mail niet aan');
    await confirm(site, await readLink(mailServer)).expect(200);
    await site.wachtrij.update();
    expect(mailServer.received).toHaveLength(2);
  });
});

describe('zonder mailserver', () => {
  it('is er voor de gebruiker niets van te zien', async () => {
    const app = createTestApp();
    const stand = createTestSeal().seal(VEELPLEGER);
    const { text } = await postForm(app, `/verwijzen/topx?a=${stand}`, fillIn('topx')).expect(200);
    expect(text).not.toMatch(/laat de wegwijzer/i);
    await postForm(app, `/verwijzen/topx/versturen?a=${stand}`, fillIn('topx')).expect(404);
    await request(app).get('/versturen/AAAAAAAAAAAAAAAAAAAAAA?sleutel=A').expect(404);
    await postForm(app, '/versturen/AAAAAAAAAAAAAAAAAAAAAA', [['sleutel', 'A']]).expect(404);
    expect((await request(app).get('/privacy')).text).toContain('Deze site verstuurt zelf geen e-mail');
  });
});
