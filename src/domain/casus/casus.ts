import { z } from 'zod';
import { dateSchema as anyDateSchema, feitSchema, idSchema } from '../model/basis.ts';
import { toTextSchema } from '../model/text-length.ts';
import { OORDELEN, UITKOMSTEN } from '../model/uitkomst.ts';
import { isLikelyDate } from '../referral/check-date.ts';
import { SOORTEN } from '../referral/needed-fields.ts';

/** What the first line of every case file says, so that no other JSON is taken for one. */
export const FORMAT = 'rdm-casus';
/** Goes up when a site of before can no longer read what is written. */
export const VERSIE = 1;
/** In bytes, of the file as it is handed out. */
export const MAX_CASUS = 1_000_000;
/** What a list of the file can hold in good faith: more would only take time. */
export const MAX_ITEMS = 5_000;
/** Of the packages each is shown with all of its texts. */
export const MAX_VERWIJZINGEN = 500;
export const MEDIA_TYPE = 'application/vnd.rdm-casus+json';

/** A later moment is of no clock, and there would be none after it. */
export const LAST_MOMENT = '2199-12-31T23:59:59.999Z';
/** One shape, so that moments compare as text. */
const momentSchema = z.iso.datetime({ precision: 3 }).refine((moment) => moment <= LAST_MOMENT);
/** As the form takes it: days are added to it. */
const dateSchema = anyDateSchema.refine(isLikelyDate);
const optionSchema = z.string().min(1).max(100);
const lineSchema = toTextSchema(500);
const longSchema = toTextSchema(5_000);

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
    oordelen: z.record(idSchema, z.enum(OORDELEN)),
  }),
);

/** A text of a package: once, with the tables that it is for and since when. */
export const veldSchema = z.strictObject({
  waarde: toTextSchema(20_000),
  tafels: z.record(idSchema, momentSchema),
});

/**
 * What every item of a list has. Of two with one id the last written down counts; one that was taken out stays as a
 * mark (`weg`), emptied, so that the file of a partner does not bring it back.
 */
const item = {
  id: z.string().regex(/^[a-z0-9-]{1,100}$/),
  genoteerd: momentSchema,
  weg: z.literal(true).optional(),
};

/** What can be told of a package after it was made, in the order in which it happens. */
export const VERWIJZING_STANDEN = [
  'gemaakt',
  'verstuurd',
  'ontvangen',
  'opAgenda',
  'opgepakt',
  'afgewezen',
  'ingetrokken',
] as const;

/**
 * A package that was made: `inhoud` is a SHA-256 of its text, `velden` what was typed in it without the sender's own
 * data, `inhoudsversie` of which rules and tables it was made; `stand` is what is known of it since.
 */
export const verwijzingSchema = z.strictObject({
  ...item,
  datum: dateSchema,
  tafel: idSchema,
  soort: z.enum(SOORTEN),
  inhoud: z.string().regex(/^[0-9a-f]{64}$/),
  inhoudsversie: z
    .string()
    .regex(/^[0-9a-f]{0,64}$/)
    .default(''),
  /** The version of the rules of that table then, for a link that is made again. */
  regelversie: z
    .string()
    .regex(/^[0-9a-f]{6}$/)
    .optional(),
  velden: z.record(z.string().max(200), toTextSchema(20_000)).default({}),
  stand: z.enum(VERWIJZING_STANDEN).default('gemaakt'),
  standDatum: z.union([dateSchema, z.literal('')]).default(''),
  toelichting: longSchema.default(''),
});

/** What somebody saw, by function and organisation, never by name; `factor` is the id of one of the checklist. */
export const aantekeningSchema = z.strictObject({
  ...item,
  datum: dateSchema,
  functie: lineSchema,
  organisatie: lineSchema,
  gezien: longSchema,
  factor: z
    .string()
    .regex(/^[a-z0-9-]{0,100}$/)
    .default(''),
  verloop: z.enum(['beter', 'gelijk', 'slechter', '']),
  teDoen: longSchema,
  gedaan: z.enum(['ja', '']).default(''),
});

/** What makes escalation more likely, or less; `signaal` is what counts as a sign of it, as agreed for this person. */
export const factorSchema = z.strictObject({
  ...item,
  soort: z.enum(['risico', 'beschermend']),
  naam: lineSchema,
  signaal: longSchema,
});

/** An agreement of the plan of action; `datum` is the day on which it should be done, when there is one. */
export const afspraakSchema = z.strictObject({
  ...item,
  wie: lineSchema,
  doetWat: lineSchema,
  waar: lineSchema,
  wanneer: lineSchema,
  hoe: lineSchema,
  doel: lineSchema,
  bijdrage: lineSchema,
  datum: z.union([dateSchema, z.literal('')]),
  stand: z.enum(['open', 'bezig', 'klaar', 'vervallen']),
});

/** A day that somebody wants to be kept in mind. */
export const termijnSchema = z.strictObject({
  ...item,
  datum: dateSchema,
  wat: lineSchema,
  gedaan: z.enum(['ja', '']),
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
  plan: z.array(afspraakSchema).default([]),
  checklist: z.array(factorSchema).default([]),
  termijnen: z.array(termijnSchema).default([]),
  verwijzingen: z.array(verwijzingSchema),
  logboek: z.array(aantekeningSchema),
});

export type Casus = z.infer<typeof casusSchema>;
export type Aantekening = z.infer<typeof aantekeningSchema>;
export type Factor = z.infer<typeof factorSchema>;
export type Afspraak = z.infer<typeof afspraakSchema>;
export type Termijn = z.infer<typeof termijnSchema>;
export type GemaakteVerwijzing = z.infer<typeof verwijzingSchema>;
export type VeldTekst = z.infer<typeof veldSchema>;
export type CasusAdvies = z.infer<typeof adviesSchema>['waarde'];

/** The JSON Schema of the file, for who wants to read or write one elsewhere. */
export function toCasusJsonSchema(): object {
  return { title: 'Casusbestand van de RDM-wegwijzer', ...z.toJSONSchema(casusSchema, { io: 'input' }) };
}

/** The lists that a user fills on the page of a case, in its order. */
export const ITEM_LISTS = ['plan', 'checklist', 'termijnen', 'logboek'] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

/** The lists of which the page has a form: of a package only what became of it can be changed. */
export const EDITED_LISTS = [...ITEM_LISTS, 'verwijzingen'] as const;
export type EditedList = (typeof EDITED_LISTS)[number];
