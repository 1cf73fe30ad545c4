import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema } from './basis.ts';
import type { Gemeente } from './gemeente.ts';

/** A place, and a gemeente of Twente in which it lies; one that lies in two stands here twice. */
export const plaatsSchema = z.strictObject({
  naam: textSchema,
  gemeente: idSchema,
  /** Only a woonplaats is official; a kern or buurtschap is how people call it. */
  soort: z.enum(['woonplaats', 'kern']),
  /** Gemeenten outside Twente that have a place of this name as well. */
  buitenTwente: z.array(textSchema),
  bron: bronVerwijzingSchema,
});
export type Plaats = z.infer<typeof plaatsSchema>;

/** The official places of a gemeente besides the one that it is called after. */
export function listOtherWoonplaatsen(plaatsen: readonly Plaats[], { id, naam }: Gemeente): string[] {
  return plaatsen
    .filter((plaats) => plaats.gemeente === id && plaats.soort === 'woonplaats' && plaats.naam !== naam)
    .map((plaats) => plaats.naam);
}
