import { z } from 'zod';
import { bronSchema } from './bron.ts';
import { clientondersteuningSchema } from './clientondersteuning.ts';
import { gemeenteSchema } from './gemeente.ts';
import { lokaleStapSchema } from './lokale-stap.ts';
import { noodnummerSchema } from './noodnummer.ts';
import { organisatieSchema } from './organisatie.ts';
import { overlegtafelSchema } from './overlegtafel.ts';
import { p10RolSchema } from './rol.ts';
import { vraagSchema } from './vraag.ts';
import { woordSchema } from './woord.ts';

/** All content, read and cross-checked once at start, never changed after. */
const contentSchema = z.object({
  /** In asking order. */
  vragen: z.array(vraagSchema),
  /** In ladder order: the overlegtafels by trede, then the provisions (mobiel P10-team). */
  tafels: z.array(overlegtafelSchema),
  lokaal: lokaleStapSchema,
  gemeenten: z.array(gemeenteSchema),
  organisaties: z.array(organisatieSchema),
  clientondersteuning: clientondersteuningSchema,
  rollen: z.array(p10RolSchema),
  noodnummers: z.array(noodnummerSchema),
  bronnen: z.array(bronSchema),
  woordenlijst: z.array(woordSchema),
});
export type Content = z.infer<typeof contentSchema>;
