import { z } from 'zod';
import { bronSchema } from './basis.ts';
import { checklistvoorbeeldSchema } from './checklistvoorbeeld.ts';
import { contactFileSchema, noodnummerSchema } from './contact.ts';
import { gemeenteSchema, lokaleStapSchema, plaatsSchema } from './gemeente.ts';
import { clientondersteuningSchema, organisatieSchema } from './organisatie.ts';
import { overlegtafelSchema } from './overlegtafel.ts';
import { pakketveldenSchema } from './pakketveld.ts';
import { p10RolSchema, startpuntSchema } from './rol.ts';
import { beslisboomTextSchema, voorbeeldSchema } from './uitkomst.ts';
import { vraagSchema } from './vraag.ts';
import { synonymSchema, wordSchema } from './word.ts';

/** All content, read and cross-checked once at start, never changed after. */
const contentSchema = z.object({
  /** In asking order. */
  vragen: z.array(vraagSchema),
  /** In ladder order: the overlegtafels by trede, then the provisions (mobiel P10-team). */
  tafels: z.array(overlegtafelSchema),
  beslisboom: beslisboomTextSchema,
  lokaal: lokaleStapSchema,
  gemeenten: z.array(gemeenteSchema),
  plaatsen: z.array(plaatsSchema),
  organisaties: z.array(organisatieSchema),
  clientondersteuning: clientondersteuningSchema,
  pakketvelden: pakketveldenSchema,
  rollen: z.array(p10RolSchema),
  /** The addresses, each once; where one is used, it stands in its full form. */
  contacten: z.array(contactFileSchema),
  noodnummers: z.array(noodnummerSchema),
  checklistvoorbeelden: z.array(checklistvoorbeeldSchema),
  bronnen: z.array(bronSchema),
  voorbeelden: z.array(voorbeeldSchema),
  startpunten: z.array(startpuntSchema),
  synoniemen: z.array(synonymSchema),
  woordenlijst: z.array(wordSchema),
});
export type Content = z.infer<typeof contentSchema>;
