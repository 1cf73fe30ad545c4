import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { noodnummerSchema } from '../../domain/model/contact.ts';
import { clientondersteuningSchema } from '../../domain/model/organisatie.ts';
import { p10RolSchema } from '../../domain/model/rol.ts';
import { clientondersteuningQuerySchema } from '../clientondersteuning.ts';
import { apiGemeenteSchema, apiOverlegtafelSchema } from '../schemas.ts';
import { apiSearchQuerySchema, apiSearchResultsSchema } from '../search.ts';
import { apiSingleOverlegtafelSchema } from '../verwijzing-schemas.ts';
import { ofTag } from './operation.ts';

/** Tables, gemeenten and the rest of the content. */
export function toWegwijzerPaths(tag: string): ZodOpenApiPathsObject {
  const { get, getById } = ofTag(tag);
  return {
    '/overlegtafels': {
      get: get(
        {
          operationId: 'getOverlegtafels',
          summary: 'De zeven overlegtafels',
          description: 'Per tafel: voor wie, wie mag aanmelden, langs welke weg, en de bron daarvan.',
        },
        z.array(apiOverlegtafelSchema),
      ),
    },
    '/overlegtafels/{id}': {
      get: getById(
        {
          operationId: 'getOverlegtafel',
          summary: 'Eén overlegtafel, of het mobiele P10-team',
          description: 'Met de velden die POST /verwijzingen voor deze tafel aanneemt.',
        },
        apiSingleOverlegtafelSchema,
      ),
    },
    '/gemeenten': {
      get: get(
        {
          operationId: 'getGemeenten',
          summary: 'De veertien gemeenten',
          description: 'Per gemeente: de lokale ingang, de ggz-aanbieder en de cliëntondersteuning.',
        },
        z.array(apiGemeenteSchema),
      ),
    },
    '/gemeenten/{id}': {
      get: getById(
        {
          operationId: 'getGemeente',
          summary: 'Eén gemeente',
          description: 'Dezelfde gegevens als in de lijst, van één gemeente.',
        },
        apiGemeenteSchema,
      ),
    },
    '/clientondersteuning': {
      get: get(
        {
          operationId: 'getClientondersteuning',
          summary: 'Cliëntondersteuning, in het geheel of voor één gemeente',
          description: 'Zonder gemeente krijgt u alle organisaties.',
        },
        clientondersteuningSchema.shape.aanbieders,
        {
          params: {
            query: clientondersteuningQuerySchema,
          },
        },
      ),
    },
    '/rollen': {
      get: get(
        {
          operationId: 'getRollen',
          summary: 'Rollen in de P10-aanpak',
          description: 'Per rol: wat die doet, waarvoor die verantwoordelijk is en wat die mag.',
        },
        z.array(p10RolSchema),
      ),
    },
    '/noodnummers': {
      get: get(
        {
          operationId: 'getNoodnummers',
          summary: 'Nummers bij gevaar',
          description: 'Per nummer: wanneer u het belt, en wanneer het bereikbaar is.',
        },
        z.array(noodnummerSchema),
      ),
    },
    '/zoeken': {
      get: get(
        {
          operationId: 'getZoeken',
          summary: 'Zoeken in alles',
          description: 'Wat u zoekt, wordt niet bewaard, en het antwoord mag niemand bewaren.',
        },
        apiSearchResultsSchema,
        {
          params: { query: apiSearchQuerySchema },
          keep: false,
        },
      ),
    },
  };
}
