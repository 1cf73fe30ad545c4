import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { clientondersteuningSchema } from '../domain/model/clientondersteuning.ts';
import type { Content } from '../domain/model/content.ts';
import { noodnummerSchema } from '../domain/model/noodnummer.ts';
import { p10RolSchema } from '../domain/model/rol.ts';
import { PLAN_KOLOMMEN, PLAN_RIJEN } from '../domain/referral/veld.ts';
import { problemSchema } from './problem.ts';
import {
  apiAdviesSchema,
  apiGemeenteSchema,
  apiOverlegtafelSchema,
  apiVerwijzingSchema,
  apiVraagSchema,
} from './schemas.ts';
import { API_VERSION } from './version.ts';
import { apiZoekresultatenSchema, apiZoekvraagSchema } from './zoek-schemas.ts';

const antwoordenSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).meta({
  description: 'Per feit een antwoord; zie /vragen',
  example: { gemeente: 'enschede', signalen: ['veiligheid'] },
});
/** The fields of all tables together; which of them a table has, it says itself when one is wrong. */
function toVerwijzingSchema({ pakketvelden }: Content): z.ZodType {
  const velden = pakketvelden.velden.map(({ id, label, max, opties, soort }) => {
    const [eerste, ...rest] = opties?.map((optie) => optie.id) ?? [];
    const tekst = z.string().max(max);
    const schema =
      eerste === undefined
        ? soort === 'getal'
          ? z.union([tekst, z.number().int()])
          : tekst
        : z.enum([eerste, ...rest]);
    return [id, (id === 'casuscode' ? schema : schema.optional()).meta({ description: label })] as const;
  });
  const onderbouwing = z.object({
    feit: z.string().optional(),
    vanWie: z.string().optional(),
    datum: z.string().optional(),
  });
  const afspraak = z.object(
    Object.fromEntries(
      PLAN_KOLOMMEN.map(({ id, label }) => [id, z.string().optional().meta({ description: label })]),
    ),
  );
  return z.object({
    ...Object.fromEntries(velden),
    onderbouwing: z
      .record(z.string(), onderbouwing)
      .optional()
      .meta({ description: 'Per id van een criterium' }),
    plan: z.array(afspraak).max(PLAN_RIJEN).optional(),
    bevestigd: z
      .array(z.string())
      .optional()
      .meta({ description: 'Ids van waarschuwingen die geen persoonsgegeven van de cliënt zijn' }),
  });
}

/** The description of the API (OpenAPI 3.1), from the schemas that it also answers by. */
export function createOpenApiDocument(content: Content, baseUrl: string): object {
  const verwijzingSchema = toVerwijzingSchema(content);
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
          responses: {
            200: ok({ 'application/json': { schema: clientondersteuningSchema.shape.aanbieders } }),
            400: problem('Deze gemeente bestaat niet'),
          },
        },
      },
      '/rollen': { get: get('getRollen', 'Rollen in de P10-aanpak', z.array(p10RolSchema)) },
      '/noodnummers': { get: get('getNoodnummers', 'Nummers bij gevaar', z.array(noodnummerSchema)) },
      '/zoeken': {
        get: {
          ...get('getZoeken', 'Zoeken in alles', apiZoekresultatenSchema),
          requestParams: { query: apiZoekvraagSchema },
          responses: {
            200: ok({ 'application/json': { schema: apiZoekresultatenSchema } }),
            400: problem('De zoekvraag ontbreekt of is te lang'),
          },
        },
      },
      '/verwijzingen': {
        post: post(
          'postVerwijzing',
          'De verwijzing naar een tafel: e-mail of tekst',
          z.object({ tafel: z.string(), antwoorden: antwoordenSchema, verwijzing: verwijzingSchema }),
          {
            'application/json': { schema: apiVerwijzingSchema },
            'message/rfc822': { schema: z.string() },
            'application/pdf': { schema: z.string() },
            'text/plain': { schema: z.string() },
            'text/calendar': { schema: z.string() },
          },
          {
            406: problem('Deze vorm is er niet'),
            409: problem('Deze tafel past niet bij deze antwoorden, of er is geen laatste dag'),
            503: problem('De pdf is nu niet te maken'),
          },
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
