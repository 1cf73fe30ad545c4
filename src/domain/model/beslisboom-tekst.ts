import { z } from 'zod';
import { tekstSchema } from './basis.ts';
import { UITKOMSTEN } from './uitkomst.ts';

/** The words of the decision tree that are not those of a question or table (`tables/beslisboom.json`). */
export const beslisboomTekstSchema = z.strictObject({
  /** What the picture shows, for who does not see it. */
  titel: tekstSchema,
  beschrijving: tekstSchema,
  /** Each outcome: what to do, in a few words and in a sentence. */
  uitkomsten: z.record(z.enum(UITKOMSTEN), z.strictObject({ naam: tekstSchema, tekst: tekstSchema })),
  /** Above the criteria of a table or of a part of them. */
  regel: z.strictObject({
    alle: tekstSchema,
    een: tekstSchema,
    aandachtspunten: tekstSchema,
  }),
  /** How the question about the signals is answered. */
  signalen: tekstSchema,
  /** The last question: what the tables come to. */
  oordeel: tekstSchema,
  /** The conditions on the arrows that are no answer to a question. */
  pijlen: z.strictObject({
    /** Between two answers: "Nee of Ik weet het niet". */
    of: tekstSchema,
    elkAnderAntwoord: tekstSchema,
    past: tekstSchema,
    pastNietGeprobeerd: tekstSchema,
    pastNiet: tekstSchema,
    altijd: tekstSchema,
    eenPast: tekstSchema,
    eenOpen: tekstSchema,
    geenPast: tekstSchema,
  }),
});
export type BeslisboomTekst = z.infer<typeof beslisboomTekstSchema>;
