import { z } from 'zod';
import { dateSchema, idSchema } from '../model/basis.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { RUBRIEKEN } from '../model/pakketveld.ts';

/** What a table can say of a package, in the order in which it happens. A code holds the place: only add at the end. */
export const KEUZES = [
  'ontvangen',
  'opAgenda',
  'opgepakt',
  'nietOpgepakt',
  'doorverwezen',
  'meerNodig',
] as const;
export type Keuze = (typeof KEUZES)[number];

/** Why a table does not take a case on, where that is none of its criteria. */
const REDENEN = [
  'geen-toestemming',
  'geen-plek',
  'andere-regio',
  'al-bekend',
  'loopt-elders',
  'te-weinig-bekend',
  'anders',
] as const;

/** The parts of a package that a table can miss. A code holds the place: only add at the end. */
export const DELEN = RUBRIEKEN.filter((deel) => deel !== 'aanmelder');

/** A criterion of the table, or one of the fixed reasons: by kind and id, such as `criterium:meer-domeinen`. */
const waaromSchema = z.string().regex(/^(criterium|reden):[a-z0-9-]{1,100}$/);

/** What a table answers to a package. Of the case it tells nothing but this. */
export const tafelAntwoordSchema = z.discriminatedUnion('keuze', [
  z.strictObject({ keuze: z.literal('ontvangen') }),
  z.strictObject({ keuze: z.literal('opAgenda'), datum: dateSchema }),
  z.strictObject({ keuze: z.literal('opgepakt') }),
  z.strictObject({ keuze: z.literal('nietOpgepakt'), waarom: waaromSchema }),
  z.strictObject({ keuze: z.literal('doorverwezen'), naar: idSchema }),
  z.strictObject({ keuze: z.literal('meerNodig'), delen: z.array(z.enum(DELEN)).min(1) }),
]);
export type TafelAntwoord = z.infer<typeof tafelAntwoordSchema>;

/** All that this table can give as the ground for not taking a case on: its criteria first, then the fixed reasons. */
export function listWaarom({ regels }: Overlegtafel): string[] {
  return [...regels.criteria.map(({ id }) => `criterium:${id}`), ...REDENEN.map((id) => `reden:${id}`)];
}
