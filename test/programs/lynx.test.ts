import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { readForms } from '../support/form-walker.ts';
import { startLiveServer } from '../support/live-server.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { findVignet } from '../support/verwijzing-cases.ts';

// Nothing of the own settings of who runs the tests.
const PATH = '/usr/bin:/bin';

/** What lynx shows of an address; of the page that it leads to, with what was posted to it. */
function show(url: string, posted?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['-dump', '-nolist', ...(posted === undefined ? [] : ['-post_data']), url];
    const env = { PATH, LC_ALL: 'C.UTF-8', HOME: '/nonexistent' };
    const lynx = execFile('lynx', args, { env }, (error, text) => (error ? reject(error) : resolve(text)));
    // A line of dashes ends what is posted.
    lynx.stdin?.end(posted === undefined ? '' : `${posted}\n---\n`);
  });
}

it('lynx follows where the start of the questions and an answer lead, which is a path', async () => {
  const app = createTestApp();
  const site = `http://127.0.0.1:${await startLiveServer(app)}`;
  expect(await show(`${site}/vragen`)).toContain('Is iemand op dit moment in direct gevaar?');
  const { headers } = await request(app).get('/vragen').expect(303);
  expect(headers.location).toMatch(/^\/vragen\//);
  const [form] = readForms(
    (
      await request(app)
        .get(headers.location ?? '')
        .expect(200)
    ).text,
  );
  expect(await show(`${site}${form?.action}`, 'acuutGevaar=nee')).toContain(
    'In welke gemeente woont de persoon?',
  );
});

it('lynx shows the text to copy in its lines and paragraphs', async () => {
  const site = `http://127.0.0.1:${await startLiveServer(createTestApp())}`;
  const address = `${site}/verwijzen/topx?a=${createTestSeal().seal(findVignet('veelpleger'))}`;
  const typed = new URLSearchParams({
    casuscode: 'TW-2026-001',
    hulpvraag: 'Wie neemt de regie?\r\nEén plan.',
  });
  const shown = await show(address, String(typed));
  expect(shown).toMatch(/Wie neemt de regie\?\n\s*Eén plan\.\n/);
  expect(shown).toMatch(/Met vriendelijke groet,\n\n *\[uw naam\]\n *Procesmanager gemeente\n/);
});
