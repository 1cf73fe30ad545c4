import { describe, expect, it } from 'vitest';
import { createOpenApi } from '../../src/api/openapi/create-openapi.ts';
import { OPEN_API_DEPS, openApi } from '../support/real-openapi.ts';
import { ADR_CHECKS } from './adr-checks.ts';

/**
 * The ids of all rules of the official linter of the NLGov REST API Design Rules, warnings included: media/linter.yaml of the
 * standard, as of 2.2. It is no package on npm; CONTRIBUTING.md has the command for the linter itself.
 */
const OFFICIAL = [
  ...['oas3-schema', 'operation-operationId-unique', 'path-params', 'openapi-tags-uniqueness'],
  ...['oas3-valid-media-example', 'oas3-valid-schema-example', 'oas3-server-variables', 'oas3-api-servers'],
  ...['path-keys-no-trailing-slash', 'nlgov:openapi3', 'nlgov:openapi-root-exists'],
  ...['nlgov:missing-version-header', 'nlgov:missing-header', 'nlgov:include-major-version-in-uri'],
  ...[
    'nlgov:paths-no-trailing-slash',
    'info-contact',
    'nlgov:info-contact-fields-exist',
    'nlgov:http-methods',
  ],
  ...['nlgov:paths-kebab-case', 'nlgov:query-keys-camel-case', 'nlgov:schema-camel-case'],
  ...['nlgov:servers-use-https', 'nlgov:use-problem-schema', 'nlgov:problem-schema-members'],
  ...['nlgov:problem-invalid-input', 'nlgov:property-casing', 'nlgov:date-time-ensure-timezone'],
  ...['nlgov:time-without-timezone', 'nlgov:specify-format-for-date-and-time'],
  ...['nlgov:use-date-instead-of-datetime', 'nlgov:semver'],
];

const operator = { ...OPEN_API_DEPS.operator, securityContact: 'mailto:beheer@example.nl' };
const complete = await createOpenApi({ ...OPEN_API_DEPS, baseUrl: 'https://wegwijzer.example', operator });

describe('the linter of the API Design Rules', () => {
  it('has a check here for each of its rules', () => {
    const checked = Object.keys(ADR_CHECKS).flatMap((ids) => ids.split(', '));
    expect(checked.toSorted()).toEqual(OFFICIAL.toSorted());
  });

  it.each(Object.entries(ADR_CHECKS))(
    '%s: nothing found, and a mistake is seen',
    async (_ids, [look, [right, wrong]]) => {
      expect(await look(complete)).toEqual([]);
      const json = JSON.stringify(complete);
      expect(json).toMatch(right);
      expect(await look(JSON.parse(json.replaceAll(new RegExp(right, 'g'), wrong)))).not.toEqual([]);
    },
  );

  it('names the address of the operator only where there is one', () => {
    expect(complete).toMatchObject({ info: { contact: { email: 'beheer@example.nl' } } });
    expect(openApi).not.toHaveProperty('info.contact.email');
  });
});
