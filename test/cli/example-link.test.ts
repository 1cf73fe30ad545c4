import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createExampleLink } from '../../src/cli/example-link.ts';
import { readConfig } from '../../src/config.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { readOrMakeStandSecret } from '../../src/storage/folder/stand-secret-file.ts';
import { content, ROOT } from '../support/real-content.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const CASE = { acuutGevaar: 'nee', signalen: ['veiligheid', 'hoogcomplex'] };
let root = '';

beforeEach(() => {
  root = makeTempDir();
  for (const folder of ['rules', 'tables'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
});

const link = (antwoorden: Antwoorden, env: Record<string, string> = {}) =>
  createExampleLink(root, () => readConfig(root, env))(antwoorden);

/** The answers that the site finds behind a link, with its secret. */
function open(address: string | null, secret: string) {
  const { searchParams, origin, pathname } = new URL(address ?? '');
  const seal = createSealedStand({ secrets: () => [secret], vragen: content.vragen, now: () => new Date() });
  return { van: `${origin}${pathname}`, stand: seal.open(searchParams.get('a') ?? '') };
}

it('geeft geen link als de site hier nooit is gestart', () => {
  expect(link(CASE)).toBeNull();
});

it('geeft een link die de site op deze computer opent, met die antwoorden', () => {
  const secret = readOrMakeStandSecret(join(root, 'data'));
  expect(open(link(CASE), secret)).toMatchObject({
    van: 'http://localhost:3000/advies',
    stand: { antwoorden: CASE },
  });
});

it('gebruikt het geheim van de instellingen als dat er is', () => {
  const secret = 'een-geheim-van-de-instellingen-van-32-tekens';
  expect(open(link(CASE, { STAND_SECRETS: secret }), secret).stand).toMatchObject({ antwoorden: CASE });
});

it('geeft geen link voor een antwoord dat er nu niet is, bij een kapot geheim of met kapotte inhoud', () => {
  readOrMakeStandSecret(join(root, 'data'));
  expect(link({ acuutGevaar: 'misschien' })).toBeNull();
  writeFileSync(join(root, 'data/stand-secret'), 'te kort');
  expect(link(CASE)).toBeNull();
  writeFileSync(join(root, 'rules/vragen.json'), '{');
  expect(link(CASE)).toBeNull();
});
