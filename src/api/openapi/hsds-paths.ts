import { z } from 'zod';
import type { ZodOpenApiParameters, ZodOpenApiPathsObject } from 'zod-openapi';
import {
  hsdsOrganizationQuerySchema,
  hsdsServiceQuerySchema,
  hsdsSingleOrganizationQuerySchema,
} from '../hsds/list-query.ts';
import {
  hsdsInfoSchema,
  hsdsOrganizationPageSchema,
  hsdsOrganizationSchema,
  hsdsServicePageSchema,
  hsdsServiceSchema,
} from '../hsds/schemas.ts';
import { NDJSON } from '../public-answers.ts';
import { ofTag } from './operation.ts';

/** The directory as HSDS. */
export function toHsdsPaths(tag: string): ZodOpenApiPathsObject {
  const { get, getById } = ofTag(tag);
  const list = (query: NonNullable<ZodOpenApiParameters['query']>) => ({
    params: { query },
    // Of all that is asked for: a thing as it stands in `contents`, on each line.
    also: { [NDJSON]: { schema: z.string() } },
  });
  return {
    '/hsds': {
      get: get(
        {
          operationId: 'getHsds',
          summary: 'Welke HSDS dit is',
          description: 'De versie van HSDS, en waar de beschrijving ervan staat.',
        },
        hsdsInfoSchema,
      ),
    },
    '/hsds/services': {
      get: get(
        {
          operationId: 'getHsdsServices',
          summary: 'Tafels en cliëntondersteuning',
          description:
            'Per bladzijde; met een parameter kiest u welke. Met format=ndjson alles tegelijk, één per regel.',
        },
        hsdsServicePageSchema,
        list(hsdsServiceQuerySchema),
      ),
    },
    '/hsds/services/{id}': {
      get: getById(
        {
          operationId: 'getHsdsService',
          summary: 'Eén tafel of vorm van cliëntondersteuning',
          description: 'Met de organisatie die de dienst geeft.',
        },
        hsdsServiceSchema,
      ),
    },
    '/hsds/organizations': {
      get: get(
        {
          operationId: 'getHsdsOrganizations',
          summary: 'Organisaties',
          description:
            'Per bladzijde; met een parameter kiest u welke. Met format=ndjson alles tegelijk, één per regel.',
        },
        hsdsOrganizationPageSchema,
        list(hsdsOrganizationQuerySchema),
      ),
    },
    '/hsds/organizations/{id}': {
      get: getById(
        {
          operationId: 'getHsdsOrganization',
          summary: 'Eén organisatie',
          description: 'Met haar diensten; met full_service=true staat elke dienst er in het geheel.',
        },
        hsdsOrganizationSchema,
        hsdsSingleOrganizationQuerySchema,
      ),
    },
  };
}
