import { z } from 'zod';
import { feitSchema, idSchema, textSchema } from './basis.ts';

/** The outcomes of the advice, in the order in which they are tried. */
export const UITKOMSTEN = [
  'belNu',
  'buitenTwente',
  'eerstLokaal',
  'lokaalVerder',
  'aanmelden',
  'aanvullen',
  'geenTafel',
] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

/** What the answers make of a table. */
export const OORDELEN = ['voldoet', 'voldoetNiet', 'onvolledig', 'nietNagegaan'] as const;
export type Oordeel = (typeof OORDELEN)[number];

/** An invented case with the answers to all questions that it brings, to show how the tree is walked. */
export const voorbeeldSchema = z.strictObject({
  id: idSchema,
  naam: textSchema,
  antwoorden: z.record(feitSchema, z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])),
  /** What the advice is; the content check makes sure that it still is. */
  uitkomst: z.enum(UITKOMSTEN),
  /** Ids of the tables and provisions that fit and may be used now. */
  tafels: z.array(idSchema),
});
export type Voorbeeld = z.infer<typeof voorbeeldSchema>;

/** The words of the decision tree and its outcomes that are not those of a question or table (`tables/beslisboom.json`). */
export const beslisboomTextSchema = z.strictObject({
  /** What the picture shows, for who does not see it. */
  titel: textSchema,
  beschrijving: textSchema,
  /** Each outcome by its name, as what to do in a few words ("Advies: …"), and in a sentence. */
  uitkomsten: z.record(
    z.enum(UITKOMSTEN),
    z.strictObject({ naam: textSchema, advies: textSchema, tekst: textSchema }),
  ),
  /** Above the criteria of a table or of a part of them. */
  regel: z.strictObject({
    alle: textSchema,
    een: textSchema,
    aandachtspunten: textSchema,
  }),
  /** How the question about the signals is answered. */
  signalen: textSchema,
  /** The last question: what the tables come to. */
  oordeel: textSchema,
  /** The conditions on the arrows that are no answer to a question. */
  pijlen: z.strictObject({
    /** Between two answers: "Nee of Ik weet het niet". */
    of: textSchema,
    elkAnderAntwoord: textSchema,
    past: textSchema,
    pastNietGeprobeerd: textSchema,
    pastNiet: textSchema,
    altijd: textSchema,
    eenPast: textSchema,
    eenOpen: textSchema,
    geenPast: textSchema,
  }),
});
export type BeslisboomText = z.infer<typeof beslisboomTextSchema>;
