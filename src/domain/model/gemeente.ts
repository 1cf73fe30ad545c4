import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, tekstMetBronSchema, tekstSchema } from './basis.ts';
import { contactSchema } from './contact.ts';

/** A gemeente of Twente: where every case starts, and which ggz-aanbieder works there. */
export const gemeenteSchema = z.strictObject({
  id: idSchema,
  naam: tekstSchema,
  cbsCode: z.string().regex(/^GM\d{4}$/, 'moet een CBS-code zijn: GM en vier cijfers'),
  ggzWerkgebied: z.strictObject({
    /** Id of the organisation; null when the source does not give it. */
    organisatie: idSchema.nullable(),
    alsOnbekend: tekstSchema.nullable(),
    bron: bronVerwijzingSchema,
  }),
  lokaleIngang: z.strictObject({
    tekst: tekstSchema,
    contacten: z.array(contactSchema).min(1),
    bron: bronVerwijzingSchema,
  }),
  opmerkingen: z.array(z.strictObject({ tekst: tekstSchema, bron: bronVerwijzingSchema })),
});
export type Gemeente = z.infer<typeof gemeenteSchema>;

/** The first step of the ladder: the wijkteam or procesmanager of the gemeente (`tables/lokaal.json`). */
export const lokaleStapSchema = z.strictObject({
  id: idSchema,
  trede: z.literal(1),
  naam: tekstSchema,
  samenvatting: tekstSchema,
  uitgangspunten: z.array(tekstMetBronSchema).min(1),
  watTeDoen: z.array(tekstSchema).min(1),
  voorProfessionalVanGemeente: z.array(tekstSchema).min(1),
});
