import { z } from 'zod';
import { idSchema, tekstMetBronSchema, tekstSchema } from './basis.ts';

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
