import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { clientondersteuningSchema } from '../domain/model/clientondersteuning.ts';
import { noodnummerSchema } from '../domain/model/noodnummer.ts';
import { p10RolSchema } from '../domain/model/rol.ts';
import { VERWIJZING_VELDEN } from '../domain/referral/verwijzing.ts';
import { problemSchema } from './problem.ts';
import {
  apiAdviesSchema,
  apiGemeenteSchema,
  apiOverlegtafelSchema,
  apiVerwijzingSchema,
  apiVraagSchema,
} from './schemas.ts';
import { API_VERSION } from './version.ts';

const antwoordenSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).meta({
  description: 'Per feit een antwoord; zie /vragen',
  example: { gemeente: 'enschede', signalen: ['veiligheid'] },
});
const verwijzingSchema = z.object({
  casuscode: z.string().meta({ example: 'TW-2026-001' }),
  ...Object.fromEntries(
    VERWIJZING_VELDEN.filter(({ naam }) => naam !== 'casuscode').map(({ naam, label, max }) => [
      naam,
      z.string().max(max).optional().meta({ description: label }),
    ]),
  ),
});

/** The description of the API (OpenAPI 3.1), from the schemas that it also answers by. */
export function createOpenApiDocument(baseUrl: string): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'RDM-wegwijzer Twente',
      version: API_VERSION,
      description:
        'Vragen, overlegtafels, advies en verwijzing voor de regionale doorzettingsmacht in Twente.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths: {
      '/vragen': { get: get('getVragen', 'Alle vragen, in de volgorde van vragen', z.array(apiVraagSchema)) },
      '/adviezen': {
        post: post(
          'postAdvies',
          'Het advies bij een aantal antwoorden',
          z.object({ antwoorden: antwoordenSchema }),
          {
            'application/json': { schema: apiAdviesSchema },
          },
        ),
      },
      '/overlegtafels': {
        get: get('getOverlegtafels', 'De zeven overlegtafels', z.array(apiOverlegtafelSchema)),
      },
      '/overlegtafels/{id}': {
        get: getById('getOverlegtafel', 'Eén overlegtafel, of het mobiele P10-team', apiOverlegtafelSchema),
      },
      '/gemeenten': { get: get('getGemeenten', 'De veertien gemeenten', z.array(apiGemeenteSchema)) },
      '/gemeenten/{id}': { get: getById('getGemeente', 'Eén gemeente', apiGemeenteSchema) },
      '/clientondersteuning': {
        get: {
          ...get('getClientondersteuning', 'Cliëntondersteuning', clientondersteuningSchema.shape.aanbieders),
          requestParams: { query: z.object({ gemeente: z.string().optional() }) },
        },
      },
      '/rollen': { get: get('getRollen', 'Rollen in de P10-aanpak', z.array(p10RolSchema)) },
      '/noodnummers': { get: get('getNoodnummers', 'Nummers bij gevaar', z.array(noodnummerSchema)) },
      '/verwijzingen': {
        post: post(
          'postVerwijzing',
          'De verwijzing naar een tafel: e-mail of tekst',
          z.object({ tafel: z.string(), antwoorden: antwoordenSchema, verwijzing: verwijzingSchema }),
          { 'application/json': { schema: apiVerwijzingSchema }, 'message/rfc822': { schema: z.string() } },
          { 409: problem('Deze tafel past niet bij deze antwoorden') },
        ),
      },
    },
  });
}

type Responses = ZodOpenApiOperationObject['responses'];
type Inhoud = Record<string, { schema: z.ZodType }>;

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}

function ok(content: Inhoud) {
  return { description: 'Gelukt', headers: z.object({ 'API-Version': z.string() }), content };
}

function get(operationId: string, summary: string, schema: z.ZodType): ZodOpenApiOperationObject {
  return { operationId, summary, responses: { 200: ok({ 'application/json': { schema } }) } };
}

function getById(operationId: string, summary: string, schema: z.ZodType): ZodOpenApiOperationObject {
  const operatie = get(operationId, summary, schema);
  return {
    ...operatie,
    requestParams: { path: z.object({ id: z.string() }) },
    responses: { ...operatie.responses, 404: problem('Dit id bestaat niet') },
  };
}

function post(
  operationId: string,
  summary: string,
  body: z.ZodType,
  inhoud: Inhoud,
  extra: Responses = {},
): ZodOpenApiOperationObject {
  return {
    operationId,
    summary,
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: {
      200: ok(inhoud),
      400: problem('De aanvraag klopt niet'),
      413: problem('De aanvraag is te groot'),
      ...extra,
    },
  };
}
