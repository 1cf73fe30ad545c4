import { z } from 'zod';
import { UITKOMSTEN } from '../domain/advice/uitkomst.ts';
import { bronVerwijzingSchema, idSchema } from '../domain/model/basis.ts';
import { contactSchema } from '../domain/model/contact.ts';
import { gemeenteSchema } from '../domain/model/gemeente.ts';
import { kanaalSoortSchema, tafelGegevensSchema } from '../domain/model/overlegtafel.ts';
import { regelSchema } from '../domain/model/regel.ts';

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
    feiten: z.array(z.string()),
    bron: bronVerwijzingSchema,
  })
  .meta({ id: 'Criterium' });

/** A criterion with what the answers make of it. */
const apiCriteriumOordeelSchema = apiCriteriumSchema
  .extend({ oordeel: z.enum(['ja', 'nee', 'onbekend']) })
  .meta({ id: 'CriteriumOordeel' });

const aanmelderSchema = z
  .object({
    mag: z.boolean().nullable().meta({ description: 'null zolang de rol niet bekend is' }),
    via: z.string().nullable(),
    overlegMet: z.array(z.string()),
  })
  .meta({ id: 'Aanmelder' });

const kanaalSchema = z
  .object({
    soort: kanaalSoortSchema,
    adres: z.string().nullable().meta({ description: 'null als het adres niet bekend is' }),
  })
  .meta({ id: 'Kanaal' });

/** POST /adviezen: the answer. */
export const apiAdviesSchema = z
  .object({
    uitkomst: z.enum(UITKOMSTEN),
    tafels: z.array(z.string()),
    voorzieningen: z.array(z.string()),
    daarna: z.array(z.string()),
    ontbreekt: z.array(z.string()),
    volgendeVraag: z.string().nullable(),
    overlegtafels: z.array(
      z
        .object({
          id: idSchema,
          trede: z.number().int(),
          oordeel: z.enum(['voldoet', 'voldoetNiet', 'onvolledig', 'nietNagegaan']),
          criteria: z.array(apiCriteriumOordeelSchema),
          aanmelder: aanmelderSchema,
          kanaal: kanaalSchema,
        })
        .meta({ id: 'TafelOordeel' }),
    ),
  })
  .meta({ id: 'Advies' });
export type ApiAdvies = z.infer<typeof apiAdviesSchema>;

/** GET /overlegtafels: one table with all that the source says and its criteria. */
export const apiOverlegtafelSchema = tafelGegevensSchema
  .extend({
    contacten: z.array(contactSchema),
    criteria: z.array(apiCriteriumSchema),
    regel: regelSchema.meta({
      id: 'Regel',
      description: 'Hoe de vereiste criteria het geheel maken: any/all over criteria',
    }),
    leeswijzer: z.string().nullable(),
  })
  .meta({ id: 'Overlegtafel' });

/** GET /gemeenten: one gemeente. */
export const apiGemeenteSchema = gemeenteSchema
  .extend({ clientondersteuning: z.array(z.string()).meta({ description: 'Ids van /clientondersteuning' }) })
  .meta({ id: 'Gemeente' });

/** POST /verwijzingen: the answer. */
export const apiVerwijzingSchema = z
  .object({
    tafel: z.string(),
    status: z.enum(['gereed', 'concept']),
    route: z
      .enum(['zelf', 'via'])
      .meta({ description: 'Of de gebruiker zelf aanmeldt, of iemand vraagt om dat te doen' }),
    kanaal: kanaalSchema,
    ontvanger: z.string(),
    mail: z.object({
      aan: z.array(z.string()).meta({ description: 'Leeg als het adres niet bekend is' }),
      cc: z.array(z.string()),
      onderwerp: z.string(),
      tekst: z.string(),
    }),
    ontbreekt: z.array(z.object({ onderdeel: z.string(), tekst: z.string() })),
    waarschuwingen: z.array(z.string()),
  })
  .meta({ id: 'Verwijzing' });
export type ApiVerwijzing = z.infer<typeof apiVerwijzingSchema>;
