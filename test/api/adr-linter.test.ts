import { describe, expect, it } from 'vitest';
import { createOpenApi } from '../../src/api/openapi/create-openapi.ts';
import { readOperations } from '../support/openapi-document.ts';
import { OPEN_API_DEPS, openApi } from '../support/real-openapi.ts';

type Json = Readonly<Record<string, unknown>>;

interface Place {
  readonly path: readonly string[];
  readonly value: Json;
}

/** Every object in a document, with where it is. */
function listPlaces(value: unknown, path: readonly string[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const deeper = Object.entries(value).flatMap(([key, deel]) => listPlaces(deel, [...path, key]));
  return Array.isArray(value) ? deeper : [{ path, value: value as Json }, ...deeper];
}

const name = ({ path }: Place) => path.join('/');
/** The objects at `pattern`, outside examples, which hold data and no description. */
const find = (document: object, pattern: RegExp) =>
  listPlaces(document).filter((place) => pattern.test(name(place)) && !name(place).includes('/examples/'));
/** Where an object lacks one of these keys. */
const lacks = (places: readonly Place[], ...keys: readonly string[]) =>
  places.filter(({ value }) => keys.some((key) => !(key in value))).map(name);
const listParameters = (document: object) =>
  readOperations(document).flatMap(({ pad, parameters = [] }) => parameters.map((value) => ({ pad, value })));
const listDates = (document: object) =>
  find(document, /\/properties\/([^/]*\w_?[dD]|d)(ate|atum)$/).filter((place) =>
    DATE.test(place.path.at(-1) ?? ''),
  );
const DATE = /^(date|datum)$|(\w+D|_[dD])(ate|atum)/;
const text = (value: unknown) => String(value ?? '');

/**
 * The errors of the linter of the NLGov REST API Design Rules, by the ids of its rules (media/linter.yaml of the standard, as of
 * 2.2). It is no package on npm, so each is written out here; CONTRIBUTING.md has the command for the linter itself. Beside
 * what a rule finds: what breaks it.
 */
const RULES: Readonly<
  Record<string, [find: (document: object) => unknown[], wrong: readonly [RegExp, string]]>
> = {
  'nlgov:openapi3': [
    (document) => [text((document as Json).openapi)].filter((version) => !/^3(\.\d+){1,2}$/.test(version)),
    [/"openapi":"3[^"]*"/, '"openapi":"2.0"'],
  ],
  'nlgov:missing-version-header': [
    (document) => [
      ...lacks(find(document, /\/responses\/[23]\d\d$/), 'headers'),
      ...lacks(find(document, /\/responses\/[23]\d\d\/headers$/), 'API-Version'),
    ],
    [/"API-Version"/, '"X-Version"'],
  ],
  'nlgov:include-major-version-in-uri': [
    (document) => find(document, /^servers\/\d+$/).filter(({ value }) => !/\/v\d+/.test(text(value.url))),
    [/api\/v1"/, 'api"'],
  ],
  'nlgov:paths-no-trailing-slash': [
    (document) => readOperations(document).filter(({ pad }) => pad.endsWith('/')),
    [/"\/vragen"/, '"/vragen/"'],
  ],
  'info-contact, nlgov:info-contact-fields-exist': [
    (document) =>
      lacks(find({ contact: {}, ...((document as Json).info as Json) }, /^contact$/), 'email', 'name', 'url'),
    [/"email":"/, '"mail":"'],
  ],
  'nlgov:paths-kebab-case': [
    (document) => readOperations(document).filter(({ pad }) => !/^(\/([a-z0-9-]+|\{[^}]+\}))+$/.test(pad)),
    [/"\/vragen"/, '"/alle_vragen"'],
  ],
  // The parameters of HSDS have the names that HSDS gives them.
  'nlgov:query-keys-camel-case': [
    (document) =>
      listParameters(document).filter(
        ({ pad, value }) =>
          value.in === 'query' &&
          !pad.startsWith('/hsds') &&
          !/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/.test(text(value.name)),
      ),
    [/"name":"gemeente"/, '"name":"de_gemeente"'],
  ],
  'nlgov:schema-camel-case (warning)': [
    (document) =>
      Object.keys(((document as Json).components as Json).schemas as Json).filter(
        (key) => !/^([A-Z][a-z\d]*)+$/.test(key),
      ),
    [/"Vraag":\{/, '"vraag":{'],
  ],
  'nlgov:use-problem-schema': [
    (document) => lacks(find(document, /\/responses\/[45]\d\d\/content$/), 'application/problem+json'),
    [/"application\/problem\+json"/, '"application/json"'],
  ],
  'nlgov:problem-schema-members': [
    (document) =>
      lacks(find(document, /^components\/schemas\/Probleem\/properties$/), 'status', 'title', 'detail'),
    [/"detail":\{"type"/, '"uitleg":{"type"'],
  ],
  'nlgov:problem-invalid-input': [
    (document) =>
      readOperations(document).filter(
        ({ methode, parameters = [], responses }) =>
          (methode !== 'get' || parameters.length > 0) && !('400' in responses),
      ),
    [/"400":/, '"422":'],
  ],
  'nlgov:time-without-timezone, nlgov:date-time-ensure-timezone': [
    (document) =>
      find(document, /\/properties\/[^/]+$/).filter(({ value }) =>
        ['time', 'date-time-local'].includes(text(value.format)),
      ),
    [/"format":"date"/, '"format":"time"'],
  ],
  'nlgov:specify-format-for-date-and-time, nlgov:use-date-instead-of-datetime': [
    (document) =>
      listDates(document)
        .filter(({ value }) => value.format !== 'date')
        .map(name),
    [/"format":"date"/, '"format":"date-time"'],
  ],
  'nlgov:semver': [
    (document) =>
      [text(((document as Json).info as Json).version)].filter((version) => !/^\d+\.\d+\.\d+$/.test(version)),
    [/"version":"[^"]+"/, '"version":"1"'],
  ],
  'operation-operationId-unique': [
    (document) =>
      readOperations(document)
        .map(({ operationId }) => operationId)
        .filter((id, index, ids) => ids.indexOf(id) !== index),
    [/"operationId":"getVragen"/, '"operationId":"getRollen"'],
  ],
  'path-params': [
    (document) =>
      readOperations(document).filter(({ pad, parameters = [] }) =>
        [...pad.matchAll(/\{(\w+)\}/g)].some(
          ([, key]) =>
            !parameters.some(
              (parameter) => parameter.in === 'path' && parameter.name === key && parameter.required,
            ),
        ),
      ),
    [/"in":"path"/, '"in":"query"'],
  ],
  'openapi-tags-uniqueness': [
    (document) =>
      ((document as Json).tags as Json[])
        .map((tag) => tag.name)
        .filter((tag, index, tags) => tags.indexOf(tag) !== index),
    [/"name":"HSDS"/, '"name":"Advies"'],
  ],
  'oas3-api-servers': [
    (document) => (((document as Json).servers as unknown[]).length > 0 ? [] : ['servers']),
    [/"servers":\[[^\]]*\]/, '"servers":[]'],
  ],
};

const operator = { ...OPEN_API_DEPS.operator, securityContact: 'mailto:beheer@example.nl' };
const complete = await createOpenApi({ ...OPEN_API_DEPS, operator });

describe('the linter of the API Design Rules', () => {
  it.each(Object.entries(RULES))('%s: no errors, and a mistake is seen', (_id, [look, [right, wrong]]) => {
    expect(look(complete)).toEqual([]);
    const json = JSON.stringify(complete);
    expect(json).toMatch(right);
    expect(look(JSON.parse(json.replaceAll(new RegExp(right, 'g'), wrong)))).not.toEqual([]);
  });

  it('names the address of the operator only where there is one', () => {
    expect(complete).toMatchObject({ info: { contact: { email: 'beheer@example.nl' } } });
    expect(openApi).not.toHaveProperty('info.contact.email');
  });
});
