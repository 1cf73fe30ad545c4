import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, tekstSchema } from './basis.ts';
import { contactSchema } from './contact.ts';

/** An organisation that takes part somewhere; functions and shared addresses only. */
export const organisatieSchema = z.strictObject({
  id: idSchema,
  naam: tekstSchema,
  ookBekendAls: z.array(tekstSchema),
  soort: z.enum([
    'gemeente',
    'ggz',
    'verslavingszorg',
    'reclassering',
    'politie-justitie',
    'zorgkantoor',
    'clientondersteuning',
    'regionaal',
    'landelijk',
    'huisartsen',
  ]),
  beschrijving: tekstSchema,
  contacten: z.array(contactSchema),
  bron: bronVerwijzingSchema,
});
export type Organisatie = z.infer<typeof organisatieSchema>;
