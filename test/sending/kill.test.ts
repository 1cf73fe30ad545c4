import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { useCompiledSource } from '../support/compile-source.ts';
import { CERTIFICATE, type MailServer, PASSWORD, startMailServer, USER } from '../support/mail-server.ts';
import { ROOT } from '../support/real-content.ts';
import {
  createClock,
  FROM,
  openSendingSite,
  readLink,
  readMail,
  SECRET,
  SENDER,
  TAFELADRES,
} from '../support/sending-site.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PLACES, type TestPlace } from '../support/test-places.ts';

const compiled = useCompiledSource();

/** A server that only sends: asks for one referral, confirms it when told the link, and says nothing more. */
const SCRIPT = `
  const [, choosePad, startPad, viewsPad, writerPad, opties] = process.argv;
  const { where, root, smtp, secret, moment } = JSON.parse(opties);
  const { chooseStorage } = await import(choosePad);
  const { startSending } = await import(startPad);
  const { createViews } = await import(viewsPad);
  const { writeMail } = await import(writerPad);
  const now = () => new Date(moment);
  const store = await chooseStorage({ ...where, now, onError: () => {} }).open();
  const { versturen } = startSending({
    smtp, zendingen: store.zendingen, secrets: () => [secret], writeMail, views: createViews(root + 'views'),
    baseUrl: 'https://wegwijzer.example', now, reportAttempt: () => {}, reportFault: () => {},
  });
  await versturen.requestSending({
    tafel: { id: 'topx', inZin: 'TopX' }, afzender: smtp.afzender,
    mail: { aan: [smtp.tafel], cc: [], onderwerp: 'Proef', tekst: 'Tekst.' }, eigenTekst: 'Tekst.', pdfName: 'proef.pdf',
    pdf: async () => Buffer.from('%PDF-'),
  });
  process.send('gevraagd');
  process.on('message', ({ id, sleutel }) => void versturen.confirm(id, sleutel).then(() => process.send('bevestigd')));
`;

function startProcess({ where }: TestPlace, { port }: MailServer): ChildProcess {
  const caFile = join(makeTempDir(), 'ca.pem');
  writeFileSync(caFile, CERTIFICATE.cert);
  const opties = {
    where,
    root: ROOT,
    secret: SECRET,
    moment: createClock().now().toISOString(),
    smtp: {
      host: '127.0.0.1',
      port: port,
      tls: 'starttls',
      login: { user: USER, pass: PASSWORD },
      caFile,
      from: FROM,
      senderDomains: ['gemeente.example'],
      maxPerHour: 10,
      maxTotalPerHour: 10,
      afzender: SENDER,
      tafel: TAFELADRES,
    },
  };
  const modules = [
    'storage/open-storage.js',
    'sending/start-sending.js',
    'templates/handlebars-views.js',
    'documents/mail-writer.js',
  ];
  return spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, ...modules.map(compiled), JSON.stringify(opties)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
}

async function kill(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit');
  child.kill('SIGKILL');
  await end;
}

describe.each(PLACES)('kill -9 of a process that sends, with %s', (_name, makePlace) => {
  it('while a mail server looks at the mail: it is not sent again, and the sender hears it', async () => {
    const mailServer = await startMailServer();
    const place = await makePlace();
    const child = startProcess(place, mailServer);
    await once(child, 'message');
    const { pad, sleutel } = await readLink(mailServer);
    mailServer.antwoorden.push('zwijg');
    child.send({ id: pad.split('/').at(-1), sleutel });
    await vi.waitFor(() => expect(mailServer.received).toHaveLength(2));
    await kill(child);
    await place.forgetHolders();

    const site = await openSendingSite({ mailServer, place });
    await site.wachtrij.update();
    site.clock.ahead(120);
    await site.wachtrij.update();
    expect(mailServer.received.map(({ aan }) => aan)).toEqual([[SENDER], [TAFELADRES], [SENDER]]);
    expect((await readMail(mailServer.received[2])).onderwerp).toBe('ONZEKER of dit is aangekomen: Proef');
  });

  it('while a mail waits for its next attempt: it goes on, once', async () => {
    const mailServer = await startMailServer();
    const place = await makePlace();
    const child = startProcess(place, mailServer);
    await once(child, 'message');
    const { pad, sleutel } = await readLink(mailServer);
    mailServer.antwoorden.push(450);
    child.send({ id: pad.split('/').at(-1), sleutel });
    await once(child, 'message');
    await vi.waitFor(() => expect(mailServer.received).toHaveLength(2));
    // Until it wrote down that it was not taken.
    await vi.waitFor(async () =>
      expect(await place.readMails()).toMatchObject([{ status: 'wachtrij', pogingen: 1 }]),
    );
    await kill(child);

    const site = await openSendingSite({ mailServer, place });
    for (let minute = 0; minute < 3; minute += 1) {
      site.clock.ahead(1);
      await site.wachtrij.update();
    }
    expect(mailServer.received.map(({ aan }) => aan)).toEqual([[SENDER], [TAFELADRES], [TAFELADRES]]);
    expect(await site.store.zendingen.lijst()).toMatchObject([{ status: 'verstuurd' }]);
  });
});
