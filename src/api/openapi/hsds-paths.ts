import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { hsdsListVraagSchema } from '../hsds/list-handler.ts';
import {
  hsdsInfoSchema,
  hsdsOrganizationPageSchema,
  hsdsOrganizationSchema,
  hsdsServicePageSchema,
  hsdsServiceSchema,
} from '../hsds/schemas.ts';
import { get, getById, problem } from './operation.ts';

/** The directory as HSDS. */
export function toHsdsPaths(tag: string): ZodOpenApiPathsObject {
  const list = {
    params: { query: hsdsListVraagSchema },
    fouten: { 400: problem('Een parameter klopt niet') },
  };
  return {
    '/hsds': {
      get: get({ operationId: 'getHsds', tag, summary: 'Welke HSDS dit is' }, hsdsInfoSchema),
    },
    '/hsds/services': {
      get: get(
        { operationId: 'getHsdsServices', tag, summary: 'Tafels en cliëntondersteuning' },
        hsdsServicePageSchema,
        list,
      ),
    },
    '/hsds/services/{id}': {
      get: getById(
        { operationId: 'getHsdsService', tag, summary: 'Eén tafel of vorm van cliëntondersteuning' },
        hsdsServiceSchema,
      ),
    },
    '/hsds/organizations': {
      get: get(
        { operationId: 'getHsdsOrganizations', tag, summary: 'Organisaties' },
        hsdsOrganizationPageSchema,
        list,
      ),
    },
    '/hsds/organizations/{id}': {
      get: getById(
        { operationId: 'getHsdsOrganization', tag, summary: 'Eén organisatie' },
        hsdsOrganizationSchema,
      ),
    },
  };
}
