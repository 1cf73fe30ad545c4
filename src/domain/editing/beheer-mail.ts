import { z } from 'zod';

/** What the server mails about `/beheer`: a link to log in with and what waits, to a medewerker; an answer, to who reported something. */
export type BeheerMail =
  | {
      readonly soort: 'uitnodiging' | 'inloglink';
      readonly aan: string;
      readonly link: string;
      readonly geldigTot: Date;
    }
  | { readonly soort: 'weekbericht'; readonly aan: string; readonly waiting: Waiting }
  | {
      readonly soort: 'melding-antwoord';
      readonly aan: string;
      readonly nummer: string;
      readonly tekst: string;
    };

/** How much waits; numbers only, so that a mail never holds what somebody typed. */
export interface Waiting {
  readonly meldingen: number;
  /** To be checked now, and within 30 days. */
  readonly nu: number;
  readonly binnenkort: number;
  /** Drafts that wait for approval by somebody else than who made them. */
  readonly concepten: number;
}

/** Whether the mail server took it; `onzeker`: it may have. */
export type BeheerMailResult = 'verstuurd' | 'onzeker' | 'niet';

/** Mails it at once, out of memory. Never throws. */
export type MailBeheer = (mail: BeheerMail) => Promise<BeheerMailResult>;

/** The last week of which the mail about what waits was sent, and to whom. */
export const weekberichtSchema = z.strictObject({
  /** An ISO week, such as `2026-W49`. */
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  /** The ids of the medewerkers who got it, or are getting it. */
  aan: z.array(z.string()),
});
export type Weekbericht = z.infer<typeof weekberichtSchema>;
