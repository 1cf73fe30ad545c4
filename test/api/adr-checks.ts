import { createConfig, lintFromString } from '@redocly/openapi-core';
import { readOperations } from '../support/openapi-document.ts';

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

type Find = (document: object) => unknown[] | Promise<unknown[]>;

/** What these rules of the linter of Redocly find. */
function lintBy(...rules: readonly string[]): Find {
  return async (document) => {
    const config = await createConfig({ rules: Object.fromEntries(rules.map((rule) => [rule, 'error'])) });
    const found = await lintFromString({
      source: JSON.stringify(document),
      absoluteRef: '/openapi.json',
      config,
    });
    return found.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`);
  };
}

/**
 * The rules of the linter, each written out here: beside what it finds, what breaks it. What asks for the whole of OpenAPI and
 * JSON Schema is looked for by a linter that is a package.
 */
export const ADR_CHECKS: Readonly<Record<string, [find: Find, wrong: readonly [RegExp, string]]>> = {
  'oas3-schema': [lintBy('struct'), [/"responses":/, '"antwoorden":']],
  'oas3-valid-media-example': [
    lintBy('no-invalid-media-type-examples'),
    [/"oordeel":"voldoet"/, '"oordeel":5'],
  ],
  'oas3-valid-schema-example': [
    lintBy('no-invalid-schema-examples'),
    [/"type":"boolean"/, '"type":"boolean","example":5'],
  ],
  'oas3-server-variables': [
    lintBy('no-undefined-server-variable', 'no-server-variables-empty-enum'),
    [/"url":"https:\/\/[^/"]+\/api\/v1"/, '"url":"https://{host}/api/v1"'],
  ],
  'nlgov:openapi-root-exists': [
    (document) => lacks([{ path: [], value: document as Json }], 'openapi'),
    [/"openapi":"3/, '"swagger":"3'],
  ],
  'nlgov:http-methods': [
    (document) =>
      readOperations(document).filter(
        ({ methode }) => !/^(post|put|get|delete|patch|parameters)$/.test(methode),
      ),
    [/"get":\{/, '"fetch":{'],
  ],
  'nlgov:servers-use-https': [
    (document) =>
      find(document, /^servers\/\d+$/).filter(({ value }) => text(value.url).startsWith('http://')),
    [/"url":"https:/, '"url":"http:'],
  ],
  'nlgov:property-casing': [
    (document) => find(document, /\/properties\/[^/]*_links[^/]*$/i).map(name),
    [/"feit":\{/, '"_links":{'],
  ],
  'nlgov:openapi3': [
    (document) => [text((document as Json).openapi)].filter((version) => !/^3(\.\d+){1,2}$/.test(version)),
    [/"openapi":"3[^"]*"/, '"openapi":"2.0"'],
  ],
  'nlgov:missing-header, nlgov:missing-version-header': [
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
  'path-keys-no-trailing-slash, nlgov:paths-no-trailing-slash': [
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
  'nlgov:schema-camel-case': [
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
    [/"name":"Open Referral"/, '"name":"Advies"'],
  ],
  'oas3-api-servers': [
    (document) => (((document as Json).servers as unknown[]).length > 0 ? [] : ['servers']),
    [/"servers":\[[^\]]*\]/, '"servers":[]'],
  ],
};
