import { z } from 'zod';
import { feitSchema, idSchema, textSchema } from './basis.ts';

/** The option id of "I do not know", for every kind of question. */
export const DONT_KNOW = 'weetNiet';

const optieIdSchema = z.union([idSchema, z.literal(DONT_KNOW)]);

const optieSchema = z.strictObject({
  id: optieIdSchema,
  tekst: textSchema,
  toelichting: textSchema.optional(),
  /** How the option is named in a running sentence, where that differs from `text`. */
  kort: textSchema.optional(),
  /** Only in meerkeuze: this option cannot be chosen beside others. */
  alleen: z.literal(true).optional(),
});

/** When a question is relevant: always, after one answer, or when one of these tables is opened. */
export const whenSchema = z.union([
  z.strictObject({ altijd: z.literal(true) }),
  z.strictObject({ feit: feitSchema, is: optieIdSchema }),
  z.strictObject({ tafels: z.array(idSchema).min(1) }),
]);

/** A step that somebody can still take; with `door`, the roles that take it themselves, others get another order. */
export const stapSchema = z.strictObject({
  tekst: textSchema,
  door: z.array(idSchema).min(1).optional(),
  anders: textSchema.optional(),
});

/** One question, which asks for one fact; the order in `rules/vragen.json` is the order of asking. */
export const vraagSchema = z
  .strictObject({
    feit: feitSchema,
    type: z.enum(['jaNee', 'keuze', 'meerkeuze']),
    wanneer: whenSchema,
    vraag: textSchema,
    /** The fact as a short noun phrase, for lists and mails. */
    kort: textSchema,
    toelichting: textSchema,
    waarom: textSchema,
    wieWeetHet: textSchema,
    /** True when the professional can still make this so (for example: involve the CCE). */
    stapTeZetten: z.boolean(),
    /** That step as an order, where it can be taken. */
    stap: stapSchema.optional(),
    opties: z.array(optieSchema).min(2).optional(),
  })
  .transform((vraag) => ({
    ...vraag,
    slug: toSlug(vraag.feit),
    opties: vraag.opties ?? [
      { id: 'ja', tekst: 'Ja' },
      { id: 'nee', tekst: 'Nee' },
      { id: DONT_KNOW, tekst: 'Ik weet het niet' },
    ],
  }));
export type Vraag = z.infer<typeof vraagSchema>;

/** The order to somebody with this role to take the step of a question; null when there is no step. */
export function toStapText({ stap }: Pick<Vraag, 'stap'>, rol: string): string | null {
  if (!stap) return null;
  const { tekst, door, anders = tekst } = stap;
  return door && !door.includes(rol) ? anders : tekst;
}

/** The slug of a fact, for URLs and criterion ids: `acuutGevaar` becomes `acuut-gevaar`. */
function toSlug(feit: string): string {
  return feit.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
