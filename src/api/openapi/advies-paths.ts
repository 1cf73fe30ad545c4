import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import type { Content } from '../../domain/model/content.ts';
import type { Pakketveld } from '../../domain/model/pakketveld.ts';
import { CASUSCODE } from '../../domain/referral/casuscode.ts';
import { MAX_AFSPRAAK, MAX_FEIT, MAX_VAN_WIE, PLAN_COLUMNS, PLAN_ROWS } from '../../domain/referral/veld.ts';
import type { Say } from '../../domain/texts.ts';
import { apiAdviesSchema, apiVraagSchema } from '../schemas.ts';
import { apiVerwijzingSchema } from '../verwijzing-schemas.ts';
import { ofTag, problem } from './operation.ts';

/** A number has at most five digits. */
const MAX_NUMBER = 99_999;

/** The answers in the body of both posts. */
const antwoordenSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).meta({
  description: 'Per feit een antwoord; zie /vragen',
  example: { gemeente: 'enschede', signalen: ['veiligheid'] },
});

/** The fields of all tables together; which of them a table has, stands in its `pakketvelden`. */
function toVerwijzingSchema(say: Say, { pakketvelden }: Content): z.ZodType {
  const velden = pakketvelden.velden.map(({ id, label, max, opties, soort }) => {
    const [first, ...rest] = opties?.map((optie) => optie.id) ?? [];
    const schema = first === undefined ? toSchema(soort, max) : z.enum([first, ...rest]);
    return [
      id,
      (id === 'casuscode' ? toCasuscode(max) : schema.optional()).meta({ description: label }),
    ] as const;
  });
  const onderbouwing = z.strictObject({
    feit: z.string().max(MAX_FEIT).optional(),
    vanWie: z.string().max(MAX_VAN_WIE).optional(),
    datum: z.iso.date().optional(),
  });
  const afspraak = z.strictObject(
    Object.fromEntries(
      PLAN_COLUMNS.map((id) => [
        id,
        z
          .string()
          .max(MAX_AFSPRAAK)
          .optional()
          .meta({ description: say(`veld.plan-${id}`) }),
      ]),
    ),
  );
  return z.strictObject({
    ...Object.fromEntries(velden),
    onderbouwing: z
      .record(z.string(), onderbouwing)
      .optional()
      .meta({ description: 'Per id van een criterium' }),
    plan: z.array(afspraak).max(PLAN_ROWS).optional(),
    bevestigd: z
      .array(z.string())
      .optional()
      .meta({ description: 'Ids van waarschuwingen die geen persoonsgegeven van de cliënt zijn' }),
  });
}

/** What a field takes; a number may also come as text, as in the form. */
function toSchema(soort: Pakketveld['soort'], max: number): z.ZodType {
  if (soort === 'datum') return z.iso.date();
  const text = z.string().max(max);
  return soort === 'getal' ? z.union([text, z.number().int().min(1).max(MAX_NUMBER)]) : text;
}

/** What else is refused in it, a name or a BSN, no schema can tell. */
function toCasuscode(max: number): z.ZodType {
  return z.string().min(2).max(max).regex(CASUSCODE);
}

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
