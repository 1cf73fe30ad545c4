import { z } from 'zod';
import { bronVerwijzingSchema, feitSchema, idSchema, textSchema, textWithBronSchema } from './basis.ts';

/** The operators that a condition may use; their three-valued meaning is in `evaluation/kleene.ts`. */
const operatorSchema = z.enum(['is', 'isEenVan', 'bevatEenVan']);
export type Operator = z.infer<typeof operatorSchema>;

/** One condition in the notation of json-rules-engine. */
export const voorwaardeSchema = z.strictObject({
  fact: feitSchema,
  operator: operatorSchema,
  value: z.union([z.string(), z.array(z.string()).min(1)]),
});
export type Voorwaarde = z.infer<typeof voorwaardeSchema>;

const criteriumSchema = z.strictObject({
  id: idSchema,
  tekst: textSchema,
  toelichting: textSchema.optional(),
  weging: z.enum(['vereist', 'aandachtspunt']),
  /** True where the source leaves it open and this project chose a reading. */
  interpretatie: z.boolean(),
  /** What the reader must know first when this does not hold. */
  alsNee: textSchema.optional(),
  /** The heading of the advice then, where somebody else is the first to call. */
  alsNeeAdvies: textSchema.optional(),
  /** The emergency number that says how to reach them. */
  alsNeeNummer: idSchema.optional(),
  /** Both for roles that call them another way, and need not be told how. */
  alsNeeVoor: z
    .array(
      z.strictObject({
        rollen: z.array(idSchema).min(1),
        alsNee: textSchema,
        alsNeeAdvies: textSchema,
      }),
    )
    .min(1)
    .optional(),
  bron: bronVerwijzingSchema,
  voorwaarde: voorwaardeSchema,
});
export type Criterium = z.infer<typeof criteriumSchema>;

/** How the required criteria make the whole: json-rules-engine's any/all, with each criterion named by its id. */
export type Regel = { any: Regel[] } | { all: Regel[] } | { condition: string };
export const regelSchema: z.ZodType<Regel> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.array(regelSchema).min(1) }),
    z.strictObject({ all: z.array(regelSchema).min(1) }),
    z.strictObject({ condition: idSchema }),
  ]),
);

/** Who pays, by one fact; only shown, never decides. */
const financieringSchema = z.strictObject({
  feit: feitSchema,
  ja: textSchema,
  nee: textSchema,
  onbekend: textSchema,
  /** The same told to who is asked for a deployment. */
  inBericht: z.strictObject({ ja: textSchema, nee: textSchema, onbekend: textSchema }),
  /** What the gemeente pays per hour (whole euros), for an estimate from the hours in fields of the package. */
  tarieven: z
    .strictObject({
      jaar: z.number().int(),
      regels: z
        .array(z.strictObject({ veld: feitSchema, naam: textSchema, perUur: z.number().positive() }))
        .min(1),
    })
    .optional(),
  bron: bronVerwijzingSchema,
});
export type Financiering = z.infer<typeof financieringSchema>;

/** One file of `rules/`: when a table is opened, and its admission criteria. */
export const tafelRegelSchema = z.strictObject({
  tafel: idSchema,
  /** The option of the fact `signalen` that opens this table. */
  signaal: idSchema,
  /** A condition that opens the table as well, once its fact is relevant. */
  ookGeopendDoor: voorwaardeSchema.optional(),
  /** True when the table may be used before the local step is done; with why. */
  slaatLokaalOver: z.strictObject({
    ja: z.boolean(),
    waarom: textWithBronSchema.optional(),
    interpretatie: z.boolean(),
  }),
  /** True for an urgent table: first in every list, and a new crisis is a new call, whatever was tried. */
  spoed: z.boolean(),
  /** What the source leaves open about the whole of the criteria. */
  leeswijzer: textSchema.nullable(),
  criteria: z.array(criteriumSchema).min(1),
  regel: regelSchema,
  financiering: financieringSchema.optional(),
  /** Facts that who calls must be able to tell, whatever the oordeel: they are asked while the table may still fit. */
  bijHetBellen: z.array(feitSchema).min(1).optional(),
});
