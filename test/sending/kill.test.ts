import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { useCompiledSource } from '../support/compile-source.ts';
import {
  CERTIFICAAT,
  GEBRUIKER,
  type Mailserver,
  startMailserver,
  WACHTWOORD,
} from '../support/mail-server.ts';
import { ROOT } from '../support/real-content.ts';
import {
  AFZENDER,
  createKlok,
  GEHEIM,
  openSendingSite,
  readLink,
  readMail,
  TAFELADRES,
  VAN,
} from '../support/sending-site.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const compiled = useCompiledSource();

/** A server that only sends: asks for one referral, confirms it when told the link, and says nothing more. */
const SCRIPT = `
  const [, openStorePad, startPad, viewsPad, opties] = process.argv;
  const { dataDir, root, smtp, secret, moment } = JSON.parse(opties);
  const { openStore } = await import(openStorePad);
  const { startVersturen } = await import(startPad);
  const { createViews } = await import(viewsPad);
  const now = () => new Date(moment);
  const store = await openStore({ dataDir, now, onFout: () => {} });
  const { versturen } = startVersturen({
    smtp, zendingen: store.zendingen, secrets: [secret], views: createViews(root + 'views'),
    baseUrl: 'https://wegwijzer.example', now, meldPoging: () => {}, meldFout: () => {},
  });
  await versturen.vraagAan({
    tafel: { id: 'topx', inZin: 'TopX' }, afzender: smtp.afzender,
    mail: { aan: [smtp.tafel], cc: [], onderwerp: 'Proef', tekst: 'Tekst.' }, pdfNaam: 'proef.pdf',
    pdf: async () => Buffer.from('%PDF-'),
  });
  process.send('gevraagd');
  process.on('message', ({ id, sleutel }) => void versturen.bevestig(id, sleutel).then(() => process.send('bevestigd')));
`;

function startProces(dataDir: string, { poort }: Mailserver): ChildProcess {
  const caFile = join(makeTempDir(), 'ca.pem');
  writeFileSync(caFile, CERTIFICAAT.cert);
  const opties = {
    dataDir,
    root: ROOT,
    secret: GEHEIM,
    moment: createKlok().now().toISOString(),
    smtp: {
      host: '127.0.0.1',
      port: poort,
      tls: 'starttls',
      user: GEBRUIKER,
      password: WACHTWOORD,
      caFile,
      from: VAN,
      senderDomains: ['gemeente.example'],
      maxPerHour: 10,
      maxTotalPerHour: 10,
      afzender: AFZENDER,
      tafel: TAFELADRES,
    },
  };
  const modules = [
    'adapters/store/open-store.js',
    'adapters/smtp/start-versturen.js',
    'adapters/handlebars-views.js',
  ];
  return spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, ...modules.map(compiled), JSON.stringify(opties)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
}

async function kill(proces: ChildProcess): Promise<void> {
  const einde = once(proces, 'exit');
  proces.kill('SIGKILL');
  await einde;
}

describe('kill -9 of a process that sends', () => {
  it('while a mail server looks at the mail: it is not sent again, and the sender hears it', async () => {
    const mailserver = await startMailserver();
    const dataDir = makeTempDir();
    const proces = startProces(dataDir, mailserver);
    await once(proces, 'message');
    const { pad, sleutel } = await readLink(mailserver);
    mailserver.antwoorden.push('zwijg');
    proces.send({ id: pad.split('/').at(-1), sleutel });
    await vi.waitFor(() => expect(mailserver.ontvangen).toHaveLength(2), 10_000);
    await kill(proces);

    const site = await openSendingSite({ mailserver, dataDir });
    await site.wachtrij.werkBij();
    site.klok.vooruit(120);
    await site.wachtrij.werkBij();
    expect(mailserver.ontvangen.map(({ aan }) => aan)).toEqual([[AFZENDER], [TAFELADRES], [AFZENDER]]);
    expect((await readMail(mailserver.ontvangen[2])).onderwerp).toBe('ONZEKER of dit is aangekomen: Proef');
  });

  it('while a mail waits for its next attempt: it goes on, once', async () => {
    const mailserver = await startMailserver();
    const dataDir = makeTempDir();
    const proces = startProces(dataDir, mailserver);
    await once(proces, 'message');
    const { pad, sleutel } = await readLink(mailserver);
    mailserver.antwoorden.push(450);
    proces.send({ id: pad.split('/').at(-1), sleutel });
    await once(proces, 'message');
    await vi.waitFor(() => expect(mailserver.ontvangen).toHaveLength(2), 10_000);
    // Until it wrote down that it was not taken.
    const bewaard = () => JSON.parse(readFileSync(join(dataDir, 'zendingen.json'), 'utf8')).zendingen;
    await vi.waitFor(() => expect(bewaard()).toMatchObject([{ status: 'wachtrij', pogingen: 1 }]), 10_000);
    await kill(proces);

    const site = await openSendingSite({ mailserver, dataDir });
    for (let minuut = 0; minuut < 3; minuut += 1) {
      site.klok.vooruit(1);
      await site.wachtrij.werkBij();
    }
    expect(mailserver.ontvangen.map(({ aan }) => aan)).toEqual([[AFZENDER], [TAFELADRES], [TAFELADRES]]);
    expect(site.store.zendingen.lijst()).toMatchObject([{ status: 'verstuurd' }]);
  });
});
