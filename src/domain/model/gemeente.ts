import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema, textWithBronSchema } from './basis.ts';
import { contactSchema } from './contact.ts';

/** A gemeente of Twente: where every case starts, and which ggz-aanbieder works there. */
export const gemeenteSchema = z.strictObject({
  id: idSchema,
  naam: textSchema,
  cbsCode: z.string().regex(/^GM\d{4}$/, 'moet een CBS-code zijn: GM en vier cijfers'),
  ggzWerkgebied: z.strictObject({
    /** Id of the organisation; null when the source does not give it. */
    organisatie: idSchema.nullable(),
    alsOnbekend: textSchema.nullable(),
    bron: bronVerwijzingSchema,
  }),
  lokaleIngang: z.strictObject({
    tekst: textSchema,
    contacten: z.array(contactSchema).min(1),
    bron: bronVerwijzingSchema,
  }),
  opmerkingen: z.array(z.strictObject({ tekst: textSchema, bron: bronVerwijzingSchema })),
});
export type Gemeente = z.infer<typeof gemeenteSchema>;

/** The first step of the ladder: the wijkteam or procesmanager of the gemeente (`tables/lokaal.json`). */
export const lokaleStapSchema = z.strictObject({
  id: idSchema,
  trede: z.literal(1),
  naam: textSchema,
  samenvatting: textSchema,
  uitgangspunten: z.array(textWithBronSchema).min(1),
  watTeDoen: z.array(textSchema).min(1),
  voorProfessionalVanGemeente: z.array(textSchema).min(1),
});
