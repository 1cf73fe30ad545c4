import { z } from 'zod';
import { feitSchema, idSchema, textSchema } from './basis.ts';

const whereSchema = z.union([z.literal('alle'), z.array(idSchema)]);

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

/** The kinds of field. */
export const VELD_SOORTEN = ['regel', 'tekst', 'datum', 'getal', 'keuze', 'e-mail'] as const;

/** A field of the referral package: what it asks, at which tables, and where the table cannot do without it. */
const pakketveldSchema = z.strictObject({
  id: feitSchema,
  /** The part of the package that it stands in. */
  rubriek: z.enum(RUBRIEKEN),
  label: textSchema,
  /** What the mail and the package call it: the label speaks to who fills it in, this to who reads it. */
  inTekst: textSchema,
  hulp: textSchema,
  soort: z.enum(VELD_SOORTEN),
  /** Of a date: of a meeting that is to come, or of a fact, which has been. */
  dag: z.enum(['overleg', 'feit']).optional(),
  opties: z
    .array(z.strictObject({ id: idSchema, tekst: textSchema }))
    .min(2)
    .optional(),
  /** In characters. */
  max: z.number().int().min(1).max(20_000),
  /** False where personal data belongs: that of the person who refers. */
  privacy: z.boolean(),
  /** The tables that ask for it. */
  tafels: whereSchema,
  /** The tables that cannot treat the case without it: then the package is a concept. */
  nodigBij: whereSchema,
  /** Roles of whom it is not needed: an inwoner has no organisation. */
  nietNodigVoor: z.array(idSchema),
  wieWeetHet: textSchema,
  /** Belongs in the package only when the person does not know of it or does not agree. */
  zonderToestemming: z.literal(true).optional(),
  /** Seldom asked: folded away in the form. */
  extra: z.literal(true).optional(),
  /** What a browser may fill in of the sender's own data (WCAG 1.3.5). */
  autocomplete: z.enum(['name', 'organization', 'organization-title', 'tel', 'email']).optional(),
});
export type Pakketveld = z.infer<typeof pakketveldSchema>;

/** The words of the package that belong to no field, by what they say. */
const TEXTS = [
  'gemeente',
  'ontvanger',
  'kopieAan',
  'overlegdatum',
  'lokaal',
  'lokaalVastgelopen',
  'lokaalLoopt',
  'lokaalOpen',
  'eerderBesproken',
  'eerderZonderOplossing',
  'nee',
  'onbekend',
  'vraagOnbekend',
  'criteria',
  'criterium',
  'oordeel',
  'antwoord',
  'onderbouwing',
  'voldoet',
  'voldoetNiet',
  'nietNodig',
  'weg',
  'eenIsGenoeg',
  'allesMoet',
  'onzeLezing',
  'onzeLezingUitleg',
  'ookVanBelang',
  'plan',
  'afspraak',
  'evaluatie',
  'nieuweEvaluatie',
  'uurInzet',
  'urenOnbekend',
  'wieBetaalt',
  'kosten',
  'kostenNavragen',
  'kostenWie',
  'kostenUren',
  'kostenPerUur',
  'kostenBedrag',
  'kostenSamen',
  'clientondersteuningBij',
  'clientondersteuningVraag',
  'rol',
] as const;

const partSchema = z.enum([...RUBRIEKEN, 'clientondersteuning']);

/** A line of the phone card: a fact of the package by its id, all of a part of it, or a text of its own. */
const callRegelSchema = z.union([
  z.strictObject({
    rij: feitSchema,
    /** What the card calls it, where the package has a longer name. */
    naam: textSchema.optional(),
    /** The fact to say when this one is not known. */
    anders: feitSchema.optional(),
    /** Must be said, known or not. */
    zelf: z.literal(true).optional(),
  }),
  z.strictObject({ deel: partSchema, naam: textSchema.optional() }),
  z.strictObject({ naam: textSchema, tekst: textSchema }),
]);

/** What one says on the telephone, step by step, in the order in which it is asked. */
const belkaartSchema = z.strictObject({
  belNu: textSchema,
  gevaar: textSchema,
  zelf: textSchema,
  verder: textSchema,
  stappen: z.array(z.strictObject({ kop: textSchema, rijen: z.array(callRegelSchema).min(1) })).min(1),
});
export type BelkaartContent = z.infer<typeof belkaartSchema>;

const tekstSchema = z.enum(TEXTS);

/** Other words for who is no professional: somebody who writes of oneself, or of someone near. */
const inwonerSchema = z.strictObject({
  rubrieken: z.partialRecord(partSchema, textSchema),
  teksten: z.partialRecord(tekstSchema, textSchema),
  velden: z.record(feitSchema, z.strictObject({ label: textSchema, inTekst: textSchema, hulp: textSchema })),
});

/** The whole of `tables/pakketvelden.json`: the headings and words of the package, its phone card, and its fields. */
export const pakketveldenSchema = z.strictObject({
  rubrieken: z.record(partSchema, textSchema),
  teksten: z.record(tekstSchema, textSchema),
  belkaart: belkaartSchema,
  inwoner: inwonerSchema,
  velden: z.array(pakketveldSchema).min(1),
});
export type PakketWords = z.infer<typeof pakketveldenSchema>;
export type PakketTexts = PakketWords['teksten'];
