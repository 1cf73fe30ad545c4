import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toIcs } from '../../src/documents/ics-writer.ts';
import { REGIOTAFEL } from '../support/domain-facts.ts';
import { postReferral } from '../support/referral-requests.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp } from '../support/test-app.ts';
import { findVignet } from '../support/verwijzing-cases.ts';

// Nothing of the own settings of who runs the tests.
const PATH = '/usr/bin:/bin';

/** An empty calendar in khal: what it takes in, and what it then shows in the winter of 2026. */
function openCalendar() {
  const dir = makeTempDir();
  const agenda = join(dir, 'agenda');
  mkdirSync(join(dir, 'khal'));
  const formats = ['date', 'longdate', 'datetime', 'longdatetime'].map((name) => `${name}format = %Y-%m-%d`);
  const zones = ['local', 'default'].map((name) => `${name}_timezone = Europe/Amsterdam`);
  const settings = ['[calendars]', '[[werk]]', `path = ${agenda}`, '[locale]', 'timeformat = %H:%M'];
  writeFileSync(join(dir, 'khal', 'config'), [...settings, ...formats, ...zones, ''].join('\n'));
  const khal = (...args: string[]) =>
    execFileSync('khal', args, {
      encoding: 'utf8',
      env: { PATH, LC_ALL: 'C.UTF-8', HOME: dir, XDG_CONFIG_HOME: dir, XDG_DATA_HOME: dir },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  return {
    read(ics: string | Buffer) {
      const file = join(dir, 'verwijzing.ics');
      writeFileSync(file, ics);
      khal('import', '--batch', file);
    },
    list: () =>
      khal(
        'list',
        '--day-format',
        '',
        '--format',
        '{start-date}|{end-date}|{title}|{description}',
        '2026-11-01',
        '90d',
      )
        .trim()
        .split('\n')
        .filter((line) => line !== ''),
  };
}

it('khal shows the last day on its day, once, and says it in words', async () => {
  const { read, list } = openCalendar();
  const velden = { casuscode: 'TW-1', overlegdatum: '2026-12-14' };
  const { body } = await postReferral(
    createTestApp(),
    REGIOTAFEL,
    findVignet('instelling met alle'),
    velden,
    '/ics',
  ).expect(200);
  read(body);
  read(body);
  expect(list()).toEqual([expect.stringMatching(/^2026-11-23\|2026-11-23\|.*TW-1\|.*23 november 2026/)]);
});

it('khal shows all days of a file, and a file that comes later changes them', () => {
  const { read, list } = openCalendar();
  const toEvent = (uid: string, dag: string, titel: string) => ({ uid, dag, titel, tekst: 'x' });
  const first = toEvent('a@x.invalid', '2026-11-23', 'eerste');
  read(toIcs([first, toEvent('b@x.invalid', '2026-12-07', 'tweede')], new Date('2026-11-01')));
  read(toIcs([first, toEvent('b@x.invalid', '2026-12-08', 'later')], new Date('2026-11-02')));
  expect(list()).toEqual(['2026-11-23|2026-11-23|eerste|x', '2026-12-08|2026-12-08|later|x']);
});
