import { z } from 'zod';
import { dateSchema, feitSchema, idSchema } from '../model/basis.ts';
import { UITKOMSTEN } from '../model/uitkomst.ts';
import { SOORTEN } from '../referral/needed-fields.ts';

/** What the first line of every case file says, so that no other JSON is taken for one. */
export const FORMAT = 'rdm-casus';
/** Goes up when a site of before can no longer read what is written. */
export const VERSIE = 1;
/** In bytes, of the file as it is handed out. */
export const MAX_CASUS = 1_000_000;
export const MEDIA_TYPE = 'application/vnd.rdm-casus+json';

/** One shape, so that moments compare as text. */
const momentSchema = z.iso.datetime({ precision: 3 });
const optionSchema = z.string().min(1).max(100);
const lineSchema = z.string().max(500);

/** A value with the moment of its last change; `ook` holds what others wrote at that same moment. */
const toRegister = <T extends z.ZodType>(waarde: T) =>
  z.strictObject({ waarde, gewijzigd: momentSchema, ook: z.array(waarde).optional() });

/** Null is an answer that was taken back. */
export const antwoordSchema = toRegister(z.union([optionSchema, z.array(optionSchema).max(100), z.null()]));

export const statusSchema = toRegister(z.enum(['open', 'afgesloten']));

/** The advice as it was when the file was last handed out, to tell what changed since. */
export const adviesSchema = toRegister(
  z.strictObject({
    uitkomst: z.enum(UITKOMSTEN),
    tafels: z.array(idSchema).max(50),
    voorzieningen: z.array(idSchema).max(50),
    oordelen: z.record(idSchema, z.enum(['voldoet', 'voldoetNiet', 'onvolledig', 'nietNagegaan'])),
  }),
);

/** A text of a package: once, with the tables that it is for and since when. */
export const veldSchema = z.strictObject({
  waarde: z.string().max(20_000),
  tafels: z.record(idSchema, momentSchema),
});

/** A package that was made, without its text: `inhoud` is a SHA-256 of that. */
export const verwijzingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,100}$/),
  genoteerd: momentSchema,
  datum: dateSchema,
  tafel: idSchema,
  soort: z.enum(SOORTEN),
  inhoud: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What somebody saw, by function and organisation, never by name. */
export const aantekeningSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,100}$/),
  genoteerd: momentSchema,
  datum: dateSchema,
  functie: lineSchema,
  organisatie: lineSchema,
  gezien: z.string().max(5_000),
  verloop: z.enum(['beter', 'gelijk', 'slechter', '']),
  teDoen: z.string().max(5_000),
});

/** The whole file. */
const casusSchema = z.strictObject({
  format: z.literal(FORMAT),
  versie: z.literal(VERSIE),
  casuscode: z.string().min(2).max(30),
  status: statusSchema,
  advies: adviesSchema.optional(),
  antwoorden: z.record(feitSchema, antwoordSchema),
  velden: z.record(z.string().max(200), z.array(veldSchema)),
  verwijzingen: z.array(verwijzingSchema),
  logboek: z.array(aantekeningSchema),
});

export type Casus = z.infer<typeof casusSchema>;
export type Aantekening = z.infer<typeof aantekeningSchema>;
export type GemaakteVerwijzing = z.infer<typeof verwijzingSchema>;
export type VeldTekst = z.infer<typeof veldSchema>;
export type CasusAdvies = z.infer<typeof adviesSchema>['waarde'];

/** The JSON Schema of the file, for who wants to read or write one elsewhere. */
export function toCasusJsonSchema(): object {
  return { title: 'Casusbestand van de RDM-wegwijzer', ...z.toJSONSchema(casusSchema, { io: 'input' }) };
}
