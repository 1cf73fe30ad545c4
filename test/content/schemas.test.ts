import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { toJsonSchemas } from '../../src/content/content-files.ts';
import { copyContent, findContentFout } from '../support/content-copy.ts';
import { ROOT } from '../support/real-content.ts';

const MAPPEN = ['rules', 'tables', 'tables/overlegtafels'];
const BESTANDEN = MAPPEN.flatMap((map) =>
  readdirSync(join(ROOT, map))
    .filter((naam) => naam.endsWith('.json'))
    .map((naam) => `${map}/${naam}`),
);
// Formats such as e-mail are checked by their pattern, which the schemas hold as well.
const ajv = new Ajv({ allErrors: true, validateFormats: false });
const validators = new Map<string, ValidateFunction>();

function readJson(pad: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(ROOT, pad), 'utf8'));
}

/** The file that a content file itself names, from the folder of the project. */
function toSchemaPad(bestand: string): string {
  const { $schema } = readJson(bestand);
  return join(dirname(bestand), String($schema));
}

/** What an editor would underline; a validator that knows nothing of zod. */
function validate(bestand: string, json: unknown): string[] {
  const pad = toSchemaPad(bestand);
  const validator = validators.get(pad) ?? ajv.compile(readJson(pad));
  validators.set(pad, validator);
  validator(json);
  return (validator.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

describe('de JSON Schemas van de inhoud', () => {
  it.each([...toJsonSchemas()])('%s is zoals zod hem nu maakt (npm run content:schemas)', (pad, tekst) => {
    expect(readFileSync(join(ROOT, pad), 'utf8')).toBe(tekst);
  });

  it('zijn er niet meer dan er nodig zijn', () => {
    const erIs = ['rules/schemas', 'tables/schemas'].flatMap((map) =>
      readdirSync(join(ROOT, map)).map((naam) => `${map}/${naam}`),
    );
    expect(erIs.toSorted()).toEqual([...toJsonSchemas().keys()].toSorted());
  });

  it('zijn elk van minstens één bestand', () => {
    expect([...new Set(BESTANDEN.map(toSchemaPad))].toSorted()).toEqual(
      [...toJsonSchemas().keys()].toSorted(),
    );
  });
});

describe.each(BESTANDEN)('%s', (bestand) => {
  it('noemt een schema dat er is', () => {
    expect(Object.keys(readJson(bestand))[0]).toBe('$schema');
    expect(existsSync(join(ROOT, toSchemaPad(bestand)))).toBe(true);
  });

  it('voldoet aan dat schema', () => {
    expect(validate(bestand, readJson(bestand))).toEqual([]);
  });

  it('voldoet niet meer met een sleutel te veel, of zonder een die moet', () => {
    const json = readJson(bestand);
    expect(validate(bestand, { ...json, kleur: 'rood' })).not.toEqual([]);
    const [, eerste = ''] = Object.keys(json);
    const { [eerste]: _, ...zonder } = json;
    expect(validate(bestand, zonder)).not.toEqual([]);
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
  ])('stopt op %s %s $schema', (bestand, _wat, ingreep) => {
    expect(findContentFout(copyContent({ bestand, ...ingreep }))?.fouten).toEqual([
      { bestand, plaats: '$schema', melding: expect.stringContaining('.schema.json') },
    ]);
  });
});
