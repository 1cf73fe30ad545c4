import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, tekstSchema } from './basis.ts';

const regelVanRolSchema = z.strictObject({
  taak: tekstSchema,
  /** Empty where the annex leaves the cell empty. */
  verantwoordelijkheid: tekstSchema.nullable(),
  bevoegdheid: tekstSchema.nullable(),
});

/** A role in the P10 way of working, with its tasks, responsibilities and powers row by row. */
export const p10RolSchema = z.strictObject({
  id: idSchema,
  naam: tekstSchema,
  beschrijving: tekstSchema,
  status: tekstSchema,
  regels: z.array(regelVanRolSchema).min(1),
  bron: bronVerwijzingSchema,
});
