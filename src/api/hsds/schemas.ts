import { z } from 'zod';

// What we give of HSDS 3.0: strict, so that nothing is in it that HSDS does not know. Every id is a UUIDv5.
const idSchema = z.uuid({ version: 'v5' });
const textSchema = z.string().min(1);

const phoneSchema = z
  .strictObject({ id: idSchema, number: textSchema, description: textSchema.optional() })
  .meta({ id: 'HsdsPhone', description: 'Een telefoonnummer van een functie' });

const contactSchema = z
  .strictObject({ id: idSchema, name: textSchema, email: z.email() })
  .meta({ id: 'HsdsContact', description: 'Een functie of gedeelde mailbox, nooit een persoon' });

const serviceAreaSchema = z
  .strictObject({ id: idSchema, service_id: idSchema, name: textSchema, uri: z.url() })
  .meta({ id: 'HsdsServiceArea', description: 'Een gemeente, met haar uri in TOOI' });

const costOptionSchema = z
  .strictObject({
    id: idSchema,
    service_id: idSchema,
    currency: z.literal('EUR'),
    amount: z.number().nonnegative(),
    amount_description: textSchema,
  })
  .meta({ id: 'HsdsCostOption' });

const attributeSchema = z
  .strictObject({
    id: idSchema,
    link_id: idSchema,
    link_entity: z.literal('service'),
    link_type: z.enum(['uitstroom', 'clientondersteuning']),
    value: textSchema,
  })
  .meta({ id: 'HsdsAttribute' });

const organizationSummarySchema = z
  .strictObject({
    id: idSchema,
    name: textSchema,
    alternate_name: textSchema.optional(),
    description: textSchema,
    email: z.email().optional(),
    website: z.url().optional(),
  })
  .meta({ id: 'HsdsOrganizationSummary', description: 'Een organisatie in een lijst' });

const serviceSummarySchema = z
  .strictObject({
    id: idSchema,
    organization_id: idSchema.optional(),
    name: textSchema,
    alternate_name: textSchema.optional(),
    description: textSchema,
    url: z.url().optional(),
    email: z.email().optional(),
    status: z.literal('active'),
    application_process: textSchema.optional(),
    eligibility_description: textSchema.optional(),
    assured_date: z.iso.date(),
    alert: textSchema.optional(),
    organization: organizationSummarySchema.optional(),
  })
  .meta({ id: 'HsdsServiceSummary', description: 'Een tafel of andere dienst in een lijst' });

/** GET /hsds/services/{id}: a table, provision or form of cliëntondersteuning. */
export const hsdsServiceSchema = serviceSummarySchema
  .extend({
    contacts: z.array(contactSchema).optional(),
    phones: z.array(phoneSchema).optional(),
    service_areas: z.array(serviceAreaSchema).optional(),
    cost_options: z.array(costOptionSchema).optional(),
    attributes: z.array(attributeSchema).optional(),
  })
  .meta({ id: 'HsdsService', description: 'Een tafel of andere dienst, met alles wat erbij hoort' });
export type HsdsService = z.infer<typeof hsdsServiceSchema>;

/** GET /hsds/organizations/{id}. */
export const hsdsOrganizationSchema = organizationSummarySchema
  .extend({
    contacts: z.array(contactSchema).optional(),
    phones: z.array(phoneSchema).optional(),
    services: z
      .array(
        z.union([
          z.strictObject({ id: idSchema, name: textSchema, status: z.literal('active') }),
          hsdsServiceSchema,
        ]),
      )
      .optional()
      .meta({ description: 'Met full_service=true elke dienst in het geheel' }),
  })
  .meta({ id: 'HsdsOrganization', description: 'Een organisatie, met de diensten die zij leidt of geeft' });
export type HsdsOrganization = z.infer<typeof hsdsOrganizationSchema>;

/** GET /hsds: which HSDS this is. */
export const hsdsInfoSchema = z
  .strictObject({
    version: z.literal('3.0'),
    profile: z.url().meta({ description: 'Gewoon HSDS, zonder afspraken van onszelf' }),
    openapi_url: z.url(),
  })
  .meta({ id: 'HsdsInfo' });

/** The envelope of HSDS 3.0 round a part of a list. */
const pageSchema = z.strictObject({
  total_items: z.number().int().nonnegative().meta({ description: 'Aantal in het geheel' }),
  total_pages: z.number().int().nonnegative(),
  page_number: z.number().int().positive(),
  size: z.number().int().nonnegative().meta({ description: 'Aantal op deze pagina' }),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
});
export type HsdsPage = z.infer<typeof pageSchema> & { readonly contents: readonly object[] };

/** GET /hsds/services: a page of the list; with `full=true` each with all that belongs to it, with `minimal=true` its id. */
export const hsdsServicePageSchema = pageSchema
  .extend({
    contents: z.array(z.union([serviceSummarySchema, hsdsServiceSchema, z.strictObject({ id: idSchema })])),
  })
  .meta({ id: 'HsdsServicePage' });

/** GET /hsds/organizations: a page of the list; with `full=true` each with all that belongs to it. */
export const hsdsOrganizationPageSchema = pageSchema
  .extend({
    contents: z.array(z.union([organizationSummarySchema, hsdsOrganizationSchema])),
  })
  .meta({ id: 'HsdsOrganizationPage' });

/** What of a service and of an organisation stands in a list: the fields that hold one value (HSDS 3.0, API). */
export const SERVICE_IN_LIST = Object.keys(serviceSummarySchema.shape);
export const ORGANIZATION_IN_LIST = Object.keys(organizationSummarySchema.shape);
