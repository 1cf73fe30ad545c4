import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type MailServer, PASSWORD, startMailServer, USER } from '../support/mail-server.ts';
import { postReferral, readEml } from '../support/referral-requests.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp } from '../support/test-app.ts';
import { fillAll, VERWIJS_ROUTES } from '../support/verwijzing-cases.ts';

// Nothing of the own settings of who runs the tests.
const PATH = '/usr/bin:/bin';

const SENDER = 'wijkcoach@example.nl';

/** Opens a draft in neomutt, and sends it. */
async function sendDraft(draft: Buffer, { port }: MailServer): Promise<void> {
  const dir = makeTempDir();
  const [settings, eml] = [join(dir, 'neomuttrc'), join(dir, 'draft.eml')];
  writeFileSync(eml, draft);
  const lines = [
    `smtp_url = "smtp://${USER}@127.0.0.1:${port}"`,
    `smtp_pass = "${PASSWORD}"`,
    ...['smtp_authenticators = plain', 'ssl_starttls = no', 'ssl_force_tls = no'],
    ...[`from = ${SENDER}`, 'hostname = example.nl', 'send_charset = utf-8'],
    ...[`folder = ${dir}`, 'record = ""'],
    // Goes on to the screen from which it is sent, without a word to type.
    ...['editor = true', 'autoedit = yes', 'fast_reply = yes', 'abort_unmodified = no'],
  ];
  writeFileSync(settings, lines.map((line) => `set ${line}\n`).join(''));
  // It asks for a terminal, which `script` is.
  const neomutt = spawn('script', ['-qefc', `neomutt -n -F ${settings} -H ${eml}`, '/dev/null'], {
    env: { PATH, LC_ALL: 'C.UTF-8', HOME: dir, TERM: 'xterm' },
  });
  let screen = '';
  let isSent = false;
  neomutt.stdout.on('data', (more: Buffer) => {
    screen += more.toString();
    if (isSent || !screen.includes('Subject:')) return;
    isSent = true;
    neomutt.stdin.write('y');
  });
  const [code] = await once(neomutt, 'close');
  expect(code, screen).toBe(0);
}

it('neomutt sends a draft twice as two mails, each with all that is in it', async () => {
  const [route] = VERWIJS_ROUTES;
  if (!route) throw new Error('There is no route.');
  const { tafel, basis, rol } = route;
  const velden = { ...fillAll(tafel, rol), hulpvraag: 'Eén plan.\n-- \nFrom hier:\nFrom nu.', email: SENDER };
  const { body } = await postReferral(createTestApp(), tafel, { ...basis, rol }, velden, '/eml').expect(200);
  const draft = await readEml(body);
  const server = await startMailServer({ tls: 'geen' });
  await sendDraft(body, server);
  await sendDraft(body, server);
  const mails = await Promise.all(server.received.map(({ tekst }) => readEml(Buffer.from(tekst))));
  const ids = mails.flatMap(({ kop }) => /^Message-ID: <.+>$/im.exec(kop.replaceAll('\r', '')) ?? []);
  expect(new Set(ids).size).toBe(2);
  expect(draft.bijlage?.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  for (const { kop, van, aan, onderwerp, tekst, bijlage } of mails) {
    expect(kop).toMatch(/^Date: /m);
    expect(kop).toContain(`Reply-To: ${SENDER}`);
    expect({ van: van?.address, aan, onderwerp, tekst }).toEqual({
      van: SENDER,
      aan: draft.aan,
      onderwerp: draft.onderwerp,
      tekst: draft.tekst,
    });
    expect(bijlage?.naam).toBe(draft.bijlage?.naam);
    expect(bijlage?.pdf.equals(draft.bijlage?.pdf ?? Buffer.alloc(0))).toBe(true);
  }
});
