import { z } from 'zod';
import { bronVerwijzingSchema, idSchema } from '../domain/model/basis.ts';
import { contactSchema } from '../domain/model/contact.ts';
import { gemeenteSchema } from '../domain/model/gemeente.ts';
import { kanaalKindSchema, tafelDataSchema } from '../domain/model/overlegtafel.ts';
import type { Regel } from '../domain/model/regel.ts';
import { OORDELEN, UITKOMSTEN } from '../domain/model/uitkomst.ts';
import { stapSchema } from '../domain/model/vraag.ts';

/** GET /vragen: one question. */
export const apiVraagSchema = z
  .object({
    feit: z.string(),
    slug: z.string(),
    type: z.enum(['jaNee', 'keuze', 'meerkeuze']),
    vraag: z.string(),
    kort: z.string(),
    toelichting: z.string(),
    waarom: z.string(),
    wieWeetHet: z.string(),
    stapTeZetten: z.boolean().meta({ description: 'Of een professional dit nog kan doen' }),
    stap: stapSchema.optional(),
    wanneer: z.union([
      z.object({ altijd: z.literal(true) }),
      z.object({ feit: z.string(), is: z.string() }),
      z.object({ tafels: z.array(z.string()) }),
    ]),
    opties: z.array(
      z.object({
        id: z.string(),
        tekst: z.string(),
        toelichting: z.string().optional(),
        kort: z.string().optional(),
        alleen: z.literal(true).optional().meta({ description: 'Kan niet naast andere keuzes staan' }),
      }),
    ),
  })
  .meta({ id: 'Vraag' });

/** A criterion as content. */
const apiCriteriumSchema = z
  .object({
    id: idSchema,
    tekst: z.string(),
    toelichting: z.string().optional(),
    weging: z.enum(['vereist', 'aandachtspunt']),
    interpretatie: z.boolean().meta({ description: 'De bron laat dit open; zo is het gelezen' }),
    alsNee: z.string().optional().meta({ description: 'Wat iemand eerst moet weten als dit niet zo is' }),
    feiten: z.array(z.string()),
    bron: bronVerwijzingSchema,
  })
  .meta({ id: 'Criterium' });

const truthSchema = z.enum(['ja', 'nee', 'onbekend']);
type Truth = z.infer<typeof truthSchema>;

/** A criterion with what the answers make of it. */
const apiCriteriumOordeelSchema = apiCriteriumSchema
  .extend({ oordeel: truthSchema })
  .meta({ id: 'CriteriumOordeel' });

const aanmelderSchema = z
  .object({
    mag: z.boolean().nullable().meta({ description: 'null zolang de rol niet bekend is' }),
    via: z.string().nullable(),
    overlegMet: z.array(z.string()),
  })
  .meta({ id: 'Aanmelder' });

export const kanaalSchema = z
  .object({
    soort: kanaalKindSchema,
    adres: z.string().nullable().meta({ description: 'null als het adres niet bekend is' }),
  })
  .meta({ id: 'Kanaal' });

/** How the oordeel of the whole follows: a criterion by its id, or a group of which all, or one, must hold. */
const explanationSchema: z.ZodType<ApiExplanation> = z
  .lazy(() =>
    z.union([
      z.object({ soort: z.literal('criterium'), oordeel: truthSchema, criterium: idSchema }),
      z.object({ soort: z.enum(['alle', 'een']), oordeel: truthSchema, delen: z.array(explanationSchema) }),
    ]),
  )
  .meta({ id: 'Uitleg', description: 'Hoe het oordeel volgt uit de criteria: "alle" of "een" van de delen' });
export type ApiExplanation =
  | { soort: 'criterium'; oordeel: Truth; criterium: string }
  | { soort: 'alle' | 'een'; oordeel: Truth; delen: ApiExplanation[] };

const waySchema = z
  .object({
    nogOnbekend: z.array(idSchema).meta({ description: 'Criteria waarvan het antwoord nog niet bekend is' }),
    teDoen: z.array(idSchema).meta({ description: 'Criteria die nog waar te maken zijn' }),
    nietTeVeranderen: z
      .array(idSchema)
      .meta({ description: 'Criteria die niet gelden en niet te veranderen zijn' }),
  })
  .meta({ id: 'Weg', description: 'Eén manier waarop de tafel zou passen' });

/** POST /adviezen: the answer. */
export const apiAdviesSchema = z
  .object({
    uitkomst: z.enum(UITKOMSTEN),
    tafels: z.array(z.string()),
    voorzieningen: z.array(z.string()),
    daarna: z.array(z.string()),
    ontbreekt: z.array(z.string()),
    volgendeVraag: z.string().nullable(),
    bijna: z
      .array(
        z.object({
          tafel: idSchema,
          wegen: z.array(
            z.object({
              nogWeten: z.array(z.string()).describe('Feiten die nog open zijn'),
              nogDoen: z.array(z.string()).describe('Feiten waarvoor een professional nog iets kan doen'),
            }),
          ),
        }),
      )
      .describe('Tafels die op één of twee feiten of stappen na passen'),
    overlegtafels: z.array(
      z
        .object({
          id: idSchema,
          trede: z.number().int().min(1).max(4),
          oordeel: z.enum(OORDELEN),
          criteria: z.array(apiCriteriumOordeelSchema),
          uitleg: explanationSchema,
          nodig: z.array(waySchema).meta({ description: 'Leeg als de tafel past' }),
          aanmelder: aanmelderSchema,
          kanaal: kanaalSchema,
        })
        .meta({ id: 'TafelOordeel' }),
    ),
  })
  .meta({ id: 'Advies' });
export type ApiAdvies = z.infer<typeof apiAdviesSchema>;

/** The rule of a table; with a name, which one that holds itself has to have here. */
const apiRegelSchema: z.ZodType<Regel> = z
  .lazy(() =>
    z.union([
      z.strictObject({ any: z.array(apiRegelSchema).min(1) }),
      z.strictObject({ all: z.array(apiRegelSchema).min(1) }),
      z.strictObject({ condition: idSchema }),
    ]),
  )
  .meta({ id: 'Regel', description: 'Hoe de vereiste criteria het geheel maken: any/all over criteria' });

/** GET /overlegtafels: one table with all that the source says and its criteria. */
export const apiOverlegtafelSchema = tafelDataSchema
  .extend({
    contacten: z.array(contactSchema),
    criteria: z.array(apiCriteriumSchema),
    regel: apiRegelSchema,
    leeswijzer: z.string().nullable(),
  })
  .meta({ id: 'Overlegtafel' });

/** GET /gemeenten: one gemeente. */
export const apiGemeenteSchema = gemeenteSchema
  .extend({ clientondersteuning: z.array(z.string()).meta({ description: 'Ids van /clientondersteuning' }) })
  .meta({ id: 'Gemeente' });
