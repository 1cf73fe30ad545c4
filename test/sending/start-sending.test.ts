import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { writeMail } from '../../src/documents/mail-writer.ts';
import { startSending } from '../../src/sending/start-sending.ts';
import { startMailServer } from '../support/mail-server.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { askToSend, openSendingSite } from '../support/sending-site.ts';
import { makeTempDir } from '../support/temp-dir.ts';

it.each([
  ['is er niet', null, 'is niet te lezen'],
  ['bevat geen certificaat', 'hallo', 'bevat geen certificaat in PEM-vorm'],
])('start niet als het bestand van de CA %s', async (_name, mailBody, message) => {
  const folder = makeTempDir();
  const { zendingen } = await openTestStore(makeTempDir());
  const caFile = join(folder, 'ca.pem');
  if (mailBody !== null) writeFileSync(caFile, mailBody);
  const start = () =>
    startSending({
      smtp: {
        host: 'relay.example',
        port: 587,
        tls: 'starttls',
        login: { user: 'u', pass: 'p' },
        caFile,
        from: 'w@relay.example',
        senderDomains: ['gemeente.example'],
        maxPerHour: 1,
        maxTotalPerHour: 1,
      },
      zendingen,
      secrets: () => ['s'.repeat(32)],
      writeMail,
      views: { renderText: () => '' },
      baseUrl: 'https://wegwijzer.example',
      now: () => new Date(),
      reportAttempt: () => {},
      reportFault: () => {},
    });
  expect(start).toThrow(message);
  expect(start).toThrow(caFile);
});

it.each([
  ['https://wegwijzer.example', 'wegwijzer.example'],
  ['https://wegwijzer.example:8443', 'wegwijzer.example'],
  ['https://192.0.2.7', '[127.0.0.1]'],
  ['https://[2001:db8::7]', '[127.0.0.1]'],
  ['http://localhost:3000', '[127.0.0.1]'],
])('begroet de mailserver met de naam van de site, of met geen: %s', async (baseUrl, name) => {
  const mailServer = await startMailServer();
  await askToSend(await openSendingSite({ mailServer, baseUrl })).expect(200);
  await vi.waitFor(() => expect(mailServer.greetings).toEqual([name]));
});
