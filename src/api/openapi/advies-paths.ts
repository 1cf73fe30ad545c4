import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import type { Content } from '../../domain/model/content.ts';
import type { Say } from '../../domain/texts.ts';
import { apiAdviesSchema, apiVraagSchema } from '../schemas.ts';
import { apiVerwijzingSchema } from '../verwijzing-schemas.ts';
import { antwoordenSchema, toVerwijzingSchema } from './body-schemas.ts';
import { ofTag, problem } from './operation.ts';

/** Questions, advice and referral. */
export function toAdviesPaths(tag: string, say: Say, content: Content): ZodOpenApiPathsObject {
  const { get, post } = ofTag(tag);
  return {
    '/vragen': {
      get: get(
        {
          operationId: 'getVragen',
          summary: 'Alle vragen, in de volgorde van vragen',
          description: 'Met de antwoorden die bij elke vraag mogen, en wie het antwoord kan weten.',
        },
        z.array(apiVraagSchema),
      ),
    },
    '/adviezen': {
      post: post(
        {
          operationId: 'postAdvies',
          summary: 'Het advies bij een aantal antwoorden',
          description: 'Elk deel van de vragen mag: wat ontbreekt, geldt als nog niet bekend.',
        },
        z.strictObject({ antwoorden: antwoordenSchema }),
        { 'application/json': { schema: apiAdviesSchema } },
      ),
    },
    '/verwijzingen': {
      post: post(
        {
          operationId: 'postVerwijzing',
          summary: 'De verwijzing naar een tafel: e-mail of tekst',
          description:
            'Met Accept: message/rfc822 krijgt u een concept voor uw mailprogramma, met Accept: application/pdf het pakket als pdf, met Accept: text/plain alleen de tekst, en met Accept: text/calendar de laatste dag en de dag om na te vragen, voor uw agenda.',
        },
        z.strictObject({
          tafel: z
            .enum(content.tafels.map(({ id }) => id))
            .meta({ description: 'Welke velden zij vraagt: GET /overlegtafels/{id}, "pakketvelden"' }),
          antwoorden: antwoordenSchema,
          verwijzing: toVerwijzingSchema(say, content),
        }),
        {
          'application/json': { schema: apiVerwijzingSchema },
          'message/rfc822': { schema: z.string() },
          'application/pdf': { schema: z.string() },
          'text/plain': { schema: z.string() },
          'text/calendar': { schema: z.string() },
        },
        {
          406: problem('Deze vorm is er niet'),
          409: problem('Deze tafel past niet bij deze antwoorden, of er is geen dag voor een agenda'),
          503: problem('De pdf is nu niet te maken'),
        },
      ),
    },
  };
}
