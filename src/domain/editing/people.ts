import { z } from 'zod';

/** What somebody may do, each role also what those before it may: make drafts; approve and publish; manage people. */
export const ROLLEN = ['redacteur', 'uitgever', 'beheerder'] as const;
export const rolSchema = z.enum(ROLLEN);
export type BeheerRol = z.infer<typeof rolSchema>;

/** The address of an account as somebody types it, to how it is kept. */
export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** Somebody who may log in to `/beheer`; the id of its record is a random one. */
export const medewerkerSchema = z.strictObject({
  /** In small letters. The only thing that tells who it is. */
  email: z.email().max(254),
  rol: rolSchema,
  sinds: z.iso.datetime(),
  /** False: may not log in any more, and stays for the log. */
  actief: z.boolean(),
  /** The subject at the OpenID Connect provider, from the first login there on. */
  sub: z.string().max(255).optional(),
  /** They asked for no more mail about what waits. */
  geenWeekbericht: z.boolean().optional(),
  /** When they logged in for the first time; absent: not yet. */
  ingelogd: z.iso.datetime().optional(),
});
export type Medewerker = z.infer<typeof medewerkerSchema>;

/** The id of who runs the server and works at its command line: they have no account. */
export const OPERATOR_ID = 'beheerder-van-de-server';

/** Somebody who is logged in. */
export interface Wie {
  readonly id: string;
  readonly email: string;
  readonly rol: BeheerRol;
}

/** Whether a role may do what needs `nodig`. */
export function hasRol(rol: BeheerRol, nodig: BeheerRol): boolean {
  return ROLLEN.indexOf(rol) >= ROLLEN.indexOf(nodig);
}

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

/** Thrown when the provider of OpenID Connect cannot be asked now. */
export class ProviderDown extends Error {
  constructor(cause: unknown) {
    super('De inlogdienst van OpenID Connect antwoordt niet goed.', { cause });
    this.name = 'ProviderDown';
  }
}

/** Thrown when what came back from the provider does not say who somebody is; the reason is for the log. */
export class NotIdentified extends Error {
  constructor(reason: string) {
    super(`De inlogdienst van OpenID Connect zegt niet wie dit is: ${reason}`);
    this.name = 'NotIdentified';
  }
}
