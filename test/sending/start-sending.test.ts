import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeMail } from '../../src/documents/mail-writer.ts';
import { startSending } from '../../src/sending/start-sending.ts';
import { openTestStore } from '../support/open-test-store.ts';
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
        user: 'u',
        password: 'p',
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
