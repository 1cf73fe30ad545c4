import { toTimeText } from '../domain/calendar.ts';
import type { BeheerMail, MailBeheer } from '../domain/editing/beheer-mail.ts';
import { isEmailAddress } from '../domain/sending/sender.ts';
import type { SendingServices } from './mail-queue.ts';
import { toEnvelopedMail } from './mail-seal.ts';
import { createMailId } from './write-messages.ts';

/** How long to wait for the mail server, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Makes what mails about `/beheer`: at once and from memory. In the queue the address of a reporter would outlast the report
 * that is closed, and a link to log in with the time that it works; and who asks for it sees how it ended.
 */
export function createBeheerMailer({
  notes,
  send,
  reportAttempt,
}: Pick<SendingServices, 'notes' | 'send' | 'reportAttempt'>): MailBeheer {
  return async (mail) => {
    // What one form took for an address may be none to a mail program.
    if (!isEmailAddress(mail.aan)) return 'niet';
    const written = await notes.writeBeheer(`beheer-${mail.soort}`, mail.aan, toModel(mail));
    const { soort, reden } = await send(toEnvelopedMail(written), AbortSignal.timeout(PATIENCE));
    reportAttempt({
      ...{ id: createMailId(), tafel: 'beheer', pogingen: 1, reden },
      soort: mail.soort,
      uitkomst: soort,
    });
    return soort === 'verstuurd' || soort === 'onzeker' ? soort : 'niet';
  };
}

function toModel(mail: BeheerMail): object {
  if (mail.soort === 'weekbericht') return mail.waiting;
  if (mail.soort === 'melding-antwoord') return { nummer: mail.nummer, tekst: mail.tekst };
  return { link: mail.link, geldigTot: toTimeText(mail.geldigTot) };
}
