import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { toJsonSchemas } from '../../src/content/content-files.ts';
import { copyContent, findContentFault } from '../support/content-copy.ts';
import { ROOT } from '../support/real-content.ts';

const FOLDERS = ['rules', 'tables', 'tables/overlegtafels'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((naam) => naam.endsWith('.json'))
    .map((naam) => `${folder}/${naam}`),
);
// Formats such as e-mail are checked by their pattern, which the schemas hold as well.
const ajv = new Ajv({ allErrors: true, validateFormats: false });
const validators = new Map<string, ValidateFunction>();

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

/** The file that a content file itself names, from the folder of the project. */
function toSchemaPath(bestand: string): string {
  const { $schema } = readJson(bestand);
  return join(dirname(bestand), String($schema));
}

/** What an editor would underline; a validator that knows nothing of zod. */
function validate(bestand: string, json: unknown): string[] {
  const path = toSchemaPath(bestand);
  const validator = validators.get(path) ?? ajv.compile(readJson(path));
  validators.set(path, validator);
  validator(json);
  return (validator.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

describe('de JSON Schemas van de inhoud', () => {
  it.each([...toJsonSchemas()])('%s is zoals zod hem nu maakt (npm run content:schemas)', (path, tekst) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(tekst);
  });

  it('zijn er niet meer dan er nodig zijn', () => {
    const erIs = ['rules/schemas', 'tables/schemas'].flatMap((folder) =>
      readdirSync(join(ROOT, folder)).map((naam) => `${folder}/${naam}`),
    );
    expect(erIs.toSorted()).toEqual([...toJsonSchemas().keys()].toSorted());
  });

  it('zijn elk van minstens één bestand', () => {
    expect([...new Set(FILES.map(toSchemaPath))].toSorted()).toEqual([...toJsonSchemas().keys()].toSorted());
  });
});

describe.each(FILES)('%s', (bestand) => {
  it('noemt een schema dat er is', () => {
    expect(Object.keys(readJson(bestand))[0]).toBe('$schema');
    expect(existsSync(join(ROOT, toSchemaPath(bestand)))).toBe(true);
  });

  it('voldoet aan dat schema', () => {
    expect(validate(bestand, readJson(bestand))).toEqual([]);
  });

  it('voldoet niet meer met een sleutel te veel, of zonder een die moet', () => {
    const json = readJson(bestand);
    expect(validate(bestand, { ...json, kleur: 'rood' })).not.toEqual([]);
    const [, first = ''] = Object.keys(json);
    const { [first]: _, ...without } = json;
    expect(validate(bestand, without)).not.toEqual([]);
  });
});

it('de schema’s zien een fout diep in een bestand', () => {
  const topx = JSON.parse(readFileSync(join(ROOT, 'rules/topx.json'), 'utf8'));
  topx.criteria[0].voorwaarde.operator = 'isNiet';
  expect(validate('rules/topx.json', topx).join()).toMatch(/criteria\/0\/voorwaarde\/operator/);
  const vragen = JSON.parse(readFileSync(join(ROOT, 'rules/vragen.json'), 'utf8'));
  vragen.vragen[1].opties[0].id = 'Almelo !';
  expect(validate('rules/vragen.json', vragen).join()).toMatch(/vragen\/1\/opties\/0\/id/);
});

describe('de start', () => {
  it.each([
    ['rules/topx.json', 'zonder', { removal: '$schema' }],
    ['tables/gemeenten.json', 'zonder', { removal: '$schema' }],
    [
      'tables/overlegtafels/topx.json',
      'met een ander',
      { zet: '$schema', op: './schemas/tafel.schema.json' },
    ],
  ])('stopt op %s %s $schema', (bestand, _what, ingreep) => {
    expect(findContentFault(copyContent({ bestand, ...ingreep }))?.fouten).toEqual([
      { bestand, plaats: '$schema', melding: expect.stringContaining('.schema.json') },
    ]);
  });
});
