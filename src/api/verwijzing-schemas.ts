import { z } from 'zod';
import { VELD_SOORTEN } from '../domain/model/pakketveld.ts';
import { SOORTEN } from '../domain/referral/needed-fields.ts';
import { ROOM_STANDEN } from '../domain/table-answers/room.ts';
import { apiOverlegtafelSchema, kanaalSchema } from './schemas.ts';

const apiPakketveldSchema = z
  .object({
    id: z.string().meta({ description: 'De plaats in "verwijzing", met punten: plan.0.wie' }),
    label: z.string(),
    hulp: z.string(),
    type: z.enum(VELD_SOORTEN),
    max: z.number().int().min(1).meta({ description: 'In tekens' }),
    opties: z.array(z.object({ id: z.string(), tekst: z.string() })).nullable(),
    nodig: z
      .boolean()
      .meta({ description: 'Zonder dit veld is de aanmelding een concept; een verzoek heeft minder nodig' }),
  })
  .meta({ id: 'Pakketveld' });
export type ApiPakketveld = z.infer<typeof apiPakketveldSchema>;

/** GET /overlegtafels/{id}: with the fields that POST /verwijzingen takes for it. */
export const apiSingleOverlegtafelSchema = apiOverlegtafelSchema
  .extend({
    pakketvelden: z.array(apiPakketveldSchema),
    capaciteit: z
      .object({
        stand: z.enum(ROOM_STANDEN),
        weken: z.number().int().min(1).nullable().meta({ description: 'Ongeveer, van een wachtlijst' }),
        datum: z.iso.date().meta({ description: 'De dag waarop de tafel dit liet weten' }),
      })
      .nullable()
      .meta({ description: 'Of er plek is, volgens de tafel zelf; null als die er 30 dagen niets over zei' }),
  })
  .meta({ id: 'OverlegtafelMetVelden' });

/** POST /verwijzingen: the answer. */
export const apiVerwijzingSchema = z
  .object({
    tafel: z.string(),
    status: z.enum(['gereed', 'concept']),
    route: z
      .enum(['zelf', 'via'])
      .meta({ description: 'Of de gebruiker zelf aanmeldt, of iemand vraagt om dat te doen' }),
    soort: z.enum(SOORTEN).meta({
      description: 'Wat het bericht is; over het mobiele P10-team eerst een vraag, dan pas een bevestiging',
    }),
    kanaal: kanaalSchema,
    ontvanger: z.string(),
    ccNamen: z.array(z.string()).meta({ description: 'Wie in cc hoort, ook als het adres niet bekend is' }),
    mail: z.object({
      aan: z.array(z.string()).meta({ description: 'Leeg als het adres niet bekend is' }),
      cc: z.array(z.string()),
      onderwerp: z.string(),
      tekst: z.string(),
    }),
    delen: z
      .array(z.object({ naam: z.string(), tekst: z.string() }))
      .meta({ description: 'De tekst in stukken, om per veld te plakken' }),
    antwoordlink: z.string().nullable().meta({
      description:
        'Waar de tafel 30 dagen lang kan antwoorden (/terugmelden/…, hoogstens 120 tekens); staat ook in de tekst. Null bij een concept, een verzoek, een bevestiging en een telefoongesprek, en op een server die zijn adres niet kent (BASE_URL), er een heeft dat te lang is, of niets kan bewaren',
    }),
    kosten: z
      .object({
        jaar: z.number().int().meta({ description: 'Het jaar van de tarieven' }),
        regels: z.array(
          z.object({ naam: z.string(), uren: z.number(), perUur: z.string(), bedrag: z.string() }),
        ),
        totaal: z.string(),
      })
      .nullable()
      .meta({ description: 'Een schatting uit de ingevulde uren, bij het mobiele P10-team' }),
    ontbreekt: z.array(z.object({ onderdeel: z.string(), tekst: z.string() })),
    termijn: z
      .object({ overlegdatum: z.string(), uiterlijk: z.string(), teLaat: z.boolean() })
      .nullable()
      .meta({ description: 'De laatste dag om in te leveren, als de datum van het overleg is ingevuld' }),
    waarschuwingen: z
      .array(z.object({ id: z.string(), veld: z.string(), tekst: z.string(), bevestigd: z.boolean() }))
      .meta({
        description: 'Wat lijkt op een persoonsgegeven van de cliënt; bevestig met het id in "bevestigd"',
      }),
  })
  .meta({ id: 'Verwijzing' });
export type ApiVerwijzing = z.infer<typeof apiVerwijzingSchema>;
