import { z } from 'zod';
import { toTextSchema } from '../../domain/model/text-length.ts';

/** The highest numbers. */
export const MAX = { page: 100_000, per_page: 100, search: 100 } as const;

/** The forms of an answer. */
export const FORMATS = ['json', 'ndjson'] as const;

/** What both lists take. The names are those of HSDS 3.0, hence the underscore, and so is what they mean. */
const common = {
  page: figure({ max: MAX.page, standaard: 1, uitleg: 'De hoeveelste pagina' }),
  per_page: figure({ max: MAX.per_page, standaard: 50, uitleg: 'Aantal per pagina' }),
  full: flag('Met alles wat erbij hoort'),
  search: toTextSchema(MAX.search)
    .min(1)
    .refine((text) => text.trim() !== '')
    .optional()
    .meta({ description: 'Alleen waar al deze woorden in staan' }),
  taxonomy_term_id: z
    .string()
    .optional()
    .meta({ description: 'Alleen met deze term. Er zijn geen termen, dus dan is er niets' }),
  taxonomy_id: z
    .string()
    .optional()
    .meta({ description: 'Alleen met een term uit deze taxonomie. Die zijn er niet, dus dan is er niets' }),
  format: z.enum(FORMATS).default('json').meta({
    description:
      'De vorm van het antwoord. Bij ndjson: alles tegelijk, zonder bladzijden, één ding per regel',
  }),
};

/** The query of GET /hsds/services. */
export const hsdsServiceQuerySchema = z.object({
  ...common,
  organization_id: z.string().optional().meta({ description: 'Alleen van deze organisatie' }),
  modified_after: z
    .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])
    .optional()
    .meta({
      description:
        'Alleen wat sinds dit moment veranderd kan zijn. Er is geen datum per dienst: alles telt als veranderd op het moment dat de server de inhoud las',
      override: { type: 'string', anyOf: undefined },
    }),
  minimal: flag('Alleen het id van elke dienst'),
});

/** The query of GET /hsds/organizations. */
export const hsdsOrganizationQuerySchema = z.object({
  ...common,
  full_service: flag('Elke organisatie met alles wat erbij hoort, en haar diensten ook'),
});

/** The query of GET /hsds/organizations/{id}. */
export const hsdsSingleOrganizationQuerySchema = hsdsOrganizationQuerySchema.pick({ full_service: true });

export type HsdsQuery = z.infer<typeof hsdsServiceQuerySchema> | z.infer<typeof hsdsOrganizationQuerySchema>;

/** Yes or no, as the standard spells it. */
function flag(uitleg: string) {
  return z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .meta({
      description: uitleg,
      override: { type: 'boolean', default: false, enum: undefined },
    });
}

/** A whole number from 1, in digits only: `1e3`, `+5` and a second value are refused. */
function figure({ max, standaard, uitleg }: { max: number; standaard: number; uitleg: string }) {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .refine((waarde) => waarde <= max)
    .default(standaard)
    .meta({
      description: uitleg,
      override: { type: 'integer', minimum: 1, maximum: max, default: standaard, pattern: undefined },
    });
}
