import type { BeheerMail } from '../domain/editing/beheer-mail.ts';
import type { OutgoingMail } from '../domain/sending/outgoing-mail.ts';
import type { PostResult } from './smtp-mailer.ts';

/** How an attempt to send ended, for the log: nothing of the mail, of its sender or of a key is in it. */
interface Attempt extends Pick<OutgoingMail, 'id' | 'tafel' | 'pogingen'> {
  /** What was sent: the confirmation link, the referral, the note about how that ended, or a mail of `/beheer`. */
  readonly soort: OutgoingMail['soort'] | 'bevestiging' | BeheerMail['soort'];
  readonly uitkomst: PostResult['soort'];
  readonly reden: string;
}

/** Hears how each attempt ended. */
export type ReportAttempt = (attempt: Attempt) => void;
