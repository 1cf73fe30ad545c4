import { z } from 'zod';
import { feitSchema, idSchema, tekstSchema } from './basis.ts';

const waarSchema = z.union([z.literal('alle'), z.array(idSchema)]);

/** The parts of the package that have fields, in the order of the form. */
export const RUBRIEKEN = [
  'casus',
  'vraag',
  'onderbouwing',
  'gedaan',
  'betrokkenen',
  'veiligheid',
  'persoon',
  'afspraken',
  'inzet',
  'aanmelder',
] as const;

/** A field of the referral package: what it asks, at which tables, and where the table cannot do without it. */
const pakketveldSchema = z.strictObject({
  id: feitSchema,
  /** The part of the package that it stands in. */
  rubriek: z.enum(RUBRIEKEN),
  label: tekstSchema,
  /** What the mail and the package call it: the label speaks to who fills it in, this to who reads it. */
  inTekst: tekstSchema,
  hulp: tekstSchema,
  soort: z.enum(['regel', 'tekst', 'datum', 'getal', 'keuze']),
  opties: z
    .array(z.strictObject({ id: idSchema, tekst: tekstSchema }))
    .min(2)
    .optional(),
  /** In characters. */
  max: z.number().int().min(1).max(20_000),
  /** False where personal data belongs: that of the person who refers. */
  privacy: z.boolean(),
  /** The tables that ask for it. */
  tafels: waarSchema,
  /** The tables that cannot treat the case without it: then the package is a concept. */
  nodigBij: waarSchema,
  /** Roles of whom it is not needed: an inwoner has no organisation. */
  nietNodigVoor: z.array(idSchema),
  wieWeetHet: tekstSchema,
});
export type Pakketveld = z.infer<typeof pakketveldSchema>;

/** The whole of `tables/pakketvelden.json`: the headings of the parts of the package, and its fields. */
export const pakketveldenSchema = z.strictObject({
  rubrieken: z.record(z.enum([...RUBRIEKEN, 'clientondersteuning']), tekstSchema),
  velden: z.array(pakketveldSchema).min(1),
});
