import { toTimeText } from '../domain/date-text.ts';
import type { MailLoginLink } from '../domain/editing/login-mail.ts';
import type { ReportAttempt } from './attempt.ts';
import { toEnvelopedMail } from './mail-seal.ts';
import type { SendMail } from './smtp-mailer.ts';
import { createMailId, type Notes } from './write-messages.ts';

/** How long to wait for the mail server, in milliseconds. */
const PATIENCE = 20_000;

interface Deps {
  readonly notes: Notes;
  readonly send: SendMail;
  readonly reportAttempt: ReportAttempt;
}

/**
 * Makes what mails links to log in with: at once and from memory, as the link is nowhere else. It does not wait in the queue,
 * where it would be kept longer than it works.
 */
export function createLoginMailer({ notes, send, reportAttempt }: Deps): MailLoginLink {
  return async ({ soort, aan, link, geldigTot }) => {
    const mail = await notes.writeLoginLink(soort, aan, link, toTimeText(geldigTot));
    const { soort: uitkomst, reden } = await send(toEnvelopedMail(mail), AbortSignal.timeout(PATIENCE));
    reportAttempt({ id: createMailId(), soort, tafel: 'beheer', pogingen: 1, uitkomst, reden });
    return uitkomst === 'verstuurd' || uitkomst === 'onzeker';
  };
}
