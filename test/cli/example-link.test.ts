import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createExampleLink } from '../../src/cli/example-link.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { readOrMakeStandSecret } from '../../src/storage/stand-secret-file.ts';
import { content, ROOT } from '../support/real-content.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const CASE = { acuutGevaar: 'nee', signalen: ['veiligheid', 'hoogcomplex'] };
let root = '';
const { DATA_DIR, STAND_SECRETS } = process.env;

beforeEach(() => {
  delete process.env.DATA_DIR;
  delete process.env.STAND_SECRETS;
  root = makeTempDir();
  for (const folder of ['rules', 'tables'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
});
afterEach(() => {
  if (DATA_DIR !== undefined) process.env.DATA_DIR = DATA_DIR;
  if (STAND_SECRETS === undefined) delete process.env.STAND_SECRETS;
  else process.env.STAND_SECRETS = STAND_SECRETS;
});

/** The answers that the site finds behind a link, with its secret. */
function open(link: string | null, secret: string) {
  const { searchParams, origin, pathname } = new URL(link ?? '');
  const seal = createSealedStand({ secrets: () => [secret], vragen: content.vragen, now: () => new Date() });
  return { van: `${origin}${pathname}`, stand: seal.open(searchParams.get('a') ?? '') };
}

it('geeft geen link als de site hier nooit is gestart', () => {
  expect(createExampleLink(root)(CASE)).toBeNull();
});

it('geeft een link die de site op deze computer opent, met die antwoorden', () => {
  const secret = readOrMakeStandSecret(join(root, 'data'));
  expect(open(createExampleLink(root)(CASE), secret)).toMatchObject({
    van: 'http://localhost:3000/advies',
    stand: { antwoorden: CASE },
  });
});

it('gebruikt het geheim van de instellingen als dat er is', () => {
  const secret = 'een-geheim-van-de-instellingen-van-32-tekens';
  process.env.STAND_SECRETS = secret;
  expect(open(createExampleLink(root)(CASE), secret).stand).toMatchObject({ antwoorden: CASE });
});

it('geeft geen link voor een antwoord dat er nu niet is, bij een kapot geheim of met kapotte inhoud', () => {
  readOrMakeStandSecret(join(root, 'data'));
  expect(createExampleLink(root)({ acuutGevaar: 'misschien' })).toBeNull();
  writeFileSync(join(root, 'data/stand-secret'), 'te kort');
  expect(createExampleLink(root)(CASE)).toBeNull();
  writeFileSync(join(root, 'rules/vragen.json'), '{');
  expect(createExampleLink(root)(CASE)).toBeNull();
});
