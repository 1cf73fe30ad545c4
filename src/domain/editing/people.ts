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
