import { z } from 'zod';
import { rolSchema } from './people.ts';

const momentSchema = z.iso.datetime();

/** A link to log in with once; the id of its record is a hash of its token. */
export const inloglinkSchema = z.strictObject({
  email: z.email().max(254),
  /** The role that an invitation names; null: somebody asked for the link. What counts is the role of the account. */
  rol: rolSchema.nullable(),
  gemaakt: momentSchema,
  verloopt: momentSchema,
});
export type Inloglink = z.infer<typeof inloglinkSchema>;

/** Somebody who is logged in, on one browser; the id of its record is a hash of the token in the cookie. */
export const sessieSchema = z.strictObject({
  medewerker: z.string(),
  begonnen: momentSchema,
  /** Written at most once in some minutes. */
  gebruikt: momentSchema,
  /** Such as "Firefox op Windows": what helps somebody to recognise it, and no more. */
  programma: z.string().max(60),
});
export type Sessie = z.infer<typeof sessieSchema>;

/** How often logging in failed, per address or asker; the id of its record is a hash of that. */
export const pogingenSchema = z.strictObject({ aantal: z.number().int(), sinds: momentSchema });
export type Pogingen = z.infer<typeof pogingenSchema>;
