import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { OPERATOR_ID } from '../../src/domain/editing/people.ts';
import { useCompiledSource } from '../support/compile-source.ts';
import { logIn } from '../support/logged-in.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { request } from '../support/request.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp } from '../support/test-app.ts';

const compiled = useCompiledSource();
const EMAIL = 'anke@gemeente.example';

const runFile = promisify(execFile);

const toEnv = (dataDir: string) => ({ DATA_DIR: dataDir, BASE_URL: 'https://wegwijzer.example' });

/** Runs it while this process goes on. */
const runBeside = (dataDir: string, ...args: string[]) =>
  runFile(process.execPath, [compiled('cli/beheer-cli.js'), ...args], { env: toEnv(dataDir) });

function run(dataDir: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiled('cli/beheer-cli.js'), ...args], {
    env: toEnv(dataDir),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('toont de eerste beheerder een link, ook zonder server, en bewaart er alleen een hash van', async () => {
  const dataDir = makeTempDir();
  expect(run(dataDir, 'lijst').stdout).toContain('Er mag nog niemand inloggen.');
  const made = run(dataDir, 'nodig-uit', 'Anke@Gemeente.example', '--rol', 'beheerder');
  expect(made.stderr).toContain(`Geef deze link alleen aan ${EMAIL}`);
  expect(made.status).toBe(0);
  const [, path = ''] = /^https:\/\/wegwijzer\.example(\/beheer\/link\/[\w-]{43})\n$/.exec(made.stdout) ?? [];
  const token = path.split('/').at(-1) ?? 'geen';
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name), 'utf8'), name).not.toContain(token);

  const { records } = await openTestStore(dataDir);
  const now = () => new Date();
  const app = createTestApp({ records, now });
  const answer = await request(app).post(path).expect(303);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  await request(app).get('/beheer/mensen').set('Cookie', cookie).expect(200);
});

it('werkt naast een server: een nieuwe link, de lijst, en afsluiten, dat iemand meteen uitlogt', async () => {
  const dataDir = makeTempDir();
  const { records } = await openTestStore(dataDir);
  const now = () => new Date();
  const { get } = await logIn(createTestApp({ records, now }), records, 'uitgever', { email: EMAIL, now });
  // Beside this process, which has the folder and carries out what it is left.
  const made = await runBeside(dataDir, 'nodig-uit', EMAIL, '--rol', 'beheerder');
  expect(made.stderr).toContain('heeft al de rol uitgever, en houdt die');
  expect((await runBeside(dataDir, 'lijst')).stdout).toMatch(
    /anke@gemeente\.example +uitgever +nog niet ingelogd/,
  );
  await get('').expect(200);
  expect((await runBeside(dataDir, 'sluit', EMAIL)).stdout).toBe(
    `${EMAIL} kan niet meer inloggen, en is overal uitgelogd.\n`,
  );
  await get('').expect(303);
  expect(await records.list('inloglink')).toEqual([]);
  expect((await records.readLog(5)).map(({ wie, wat }) => [wie, wat])).toEqual([
    [OPERATOR_ID, 'toegang-afgesloten'],
    [OPERATOR_ID, 'uitgenodigd'],
  ]);
});

it.each([
  ['niets', [], 'nodig-uit <e-mail>'],
  ['iets onbekends', ['wis', EMAIL], 'Dit begrijpen wij niet: wis'],
  ['een onbekende optie', ['lijst', '--alles'], 'Dit begrijpen wij niet'],
  ['geen rol', ['nodig-uit', EMAIL], 'Geef een rol: --rol redacteur'],
  ['een rol die niet bestaat', ['nodig-uit', EMAIL, '--rol', 'baas'], 'Geef een rol'],
  ['geen adres', ['nodig-uit', 'anke', '--rol', 'redacteur'], 'Dit is geen e-mailadres: anke'],
  ['iemand die er niet is', ['sluit', EMAIL], 'Er is niemand met het adres'],
])('legt uit wat er mis is met %s', (_wat, args, message) => {
  const { status, stderr, stdout } = run(makeTempDir(), ...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(message);
});
