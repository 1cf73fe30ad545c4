import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema } from './basis.ts';
import { ROL } from './routing-facts.ts';
import type { Vraag } from './vraag.ts';

const regelOfRolSchema = z.strictObject({
  taak: textSchema,
  /** Empty where the annex leaves the cell empty. */
  verantwoordelijkheid: textSchema.nullable(),
  bevoegdheid: textSchema.nullable(),
});

/** A role in the P10 way of working, with its tasks, responsibilities and powers row by row. */
export const p10RolSchema = z.strictObject({
  id: idSchema,
  naam: textSchema,
  beschrijving: textSchema,
  status: textSchema,
  regels: z.array(regelOfRolSchema).min(1),
  bron: bronVerwijzingSchema,
});

/** The groups in which the list of roles is shown, in this order. */
export const STARTPUNT_GROUPS = ['inwoner', 'gemeente', 'zorg', 'veiligheid', 'partner'] as const;

/**
 * How the site speaks to a visitor of one role (`tables/startpunten.json`). What that role may do follows from the
 * tables; this is only the opening, so it states no fact and has no bron.
 */
export const startpuntSchema = z.strictObject({
  /** The option of the question `rol`. */
  id: idSchema,
  groep: z.enum(STARTPUNT_GROUPS),
  /** Who the visitor is, as the first half of a heading: "U werkt bij een woningcorporatie". */
  wie: textSchema,
  inleiding: textSchema,
  /** Where this visitor can turn to for something that the opening names: ids of `tables/organisaties.json`. */
  organisaties: z.array(idSchema).default([]),
});
export type Startpunt = z.infer<typeof startpuntSchema>;

/** The name of a role in a running sentence. */
export function toRolName({ vragen }: { readonly vragen: readonly Vraag[] }, rol: string): string {
  const optie = vragen.find(({ feit }) => feit === ROL)?.opties.find(({ id }) => id === rol);
  return optie?.kort ?? optie?.tekst ?? rol;
}
