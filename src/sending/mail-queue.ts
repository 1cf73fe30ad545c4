import type { BegunMail, Outbox } from '../domain/sending/outbox.ts';
import { endAttempt, isTooLate, type OutgoingMail, wantsNote } from '../domain/sending/outgoing-mail.ts';
import { decodeMailContent, type MailContent, type MailSeal, toEnvelopedMail } from './mail-seal.ts';
import type { PostResult, ReportAttempt, SendMail } from './smtp-mailer.ts';
import { createFollowUp, type Notes } from './write-messages.ts';

const GRACE = 4_000;
/** How long to wait after a fault of the disk, in milliseconds. */
const AFTER_ONE_FAULT = 60_000;
/** How long to wait before looking again at what cannot be opened, in milliseconds: it is in the log each time. */
const AFTER_SEALED = 60 * 60_000;
/** No timer takes more than 24 days. */
const LONGEST_TIMER = 60 * 60_000;

/** What all of sending works with. */
export interface SendingServices {
  readonly zendingen: Outbox;
  readonly zegel: MailSeal;
  readonly notes: Notes;
  readonly send: SendMail;
  readonly now: () => Date;
  readonly reportAttempt: ReportAttempt;
}

interface Options extends SendingServices {
  readonly reportFault: (fault: unknown) => void;
  /** How long an attempt may go on when the server stops, in milliseconds; then it is broken off, and that is recorded. */
  readonly grace?: number;
}

/** The queue of mails that their senders confirmed. */
export interface MailQueue {
  /** Does all there is to do now, one mail after another, and plans the next time. Never throws. */
  update(): Promise<void>;
  /** Stops for good; an attempt that is being made is finished, or broken off and recorded as such. */
  stop(): Promise<void>;
}

interface Ended {
  readonly mail: OutgoingMail;
  readonly inhoud: MailContent | null;
  readonly uitkomst: PostResult;
}

/**
 * Makes the queue. An attempt is on disk before it is made: what a crash cuts short is found again as begun, and is
 * then never sent once more, because nobody knows how far it came.
 */
export function createMailQueue(options: Options): MailQueue {
  const { zendingen, zegel, send, now, reportAttempt, reportFault, grace = GRACE } = options;
  const stopper = new AbortController();
  /** How attempts ended, as far as that is not on disk yet. */
  const stillToRecord: (() => Promise<void>)[] = [];
  let busy: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function open({ mail, verzegeld }: BegunMail): MailContent | null {
    return decodeMailContent(verzegeld && zegel.open(mail.id, verzegeld));
  }

  /** What a process was doing when it stopped. */
  async function recover(): Promise<void> {
    const uitkomst: PostResult = { soort: 'onzeker', reden: 'de server stopte tijdens het versturen' };
    for (const begun of await zendingen.takeInterrupted()) {
      const inhoud = open(begun);
      // Its sender must hear of it, and who that is stands in it: without, it waits for a start with the right secret.
      if (inhoud) stillToRecord.push(() => record({ mail: begun.mail, inhoud, uitkomst }));
      else reportSealed(begun.mail);
    }
  }

  function reportSealed({ id }: OutgoingMail): void {
    reportFault(
      new Error(
        `De e-mail ${id} is niet te openen met de geheimen van nu, en blijft bewaard. Zet het oude geheim terug ` +
          'in STAND_SECRETS of in de datamap, en start opnieuw.',
      ),
    );
  }

  /** What cannot be opened is kept: its secret may come back. The queue goes on with the rest. */
  async function setAside(sealed: OutgoingMail): Promise<void> {
    const volgende = new Date(now().getTime() + AFTER_SEALED).toISOString();
    const pogingen = sealed.pogingen - 1;
    await zendingen.end(sealed.id, [{ ...sealed, status: 'wachtrij', volgende, pogingen }]);
  }

  async function record({ mail, inhoud, uitkomst }: Ended): Promise<void> {
    const end = endAttempt(mail, uitkomst, now());
    const followUp = inhoud && wantsNote(end) ? await createFollowUp(options, end, inhoud, uitkomst) : null;
    let isKept = false;
    try {
      isKept = await zendingen.end(mail.id, followUp ? [end, followUp] : [end]);
    } finally {
      if (!isKept && followUp?.bestand) await zendingen.wipeSealed(followUp.bestand).catch(() => {});
    }
    const { id, soort, tafel, pogingen } = mail;
    reportAttempt({ id, soort, tafel, pogingen, uitkomst: uitkomst.soort, reden: uitkomst.reden });
  }

  async function recordAll(): Promise<void> {
    for (let first = stillToRecord[0]; first; first = stillToRecord[0]) {
      await first();
      stillToRecord.shift();
    }
  }

  async function tryIt(begun: BegunMail): Promise<void> {
    const { mail } = begun;
    const inhoud = open(begun);
    if (inhoud) {
      const uitkomst: PostResult = isTooLate(mail, now())
        ? { soort: 'geweigerd', reden: 'de tijd is om' }
        : await send(toEnvelopedMail(inhoud), stopper.signal);
      stillToRecord.push(() => record({ mail, inhoud, uitkomst }));
    } else {
      reportSealed(mail);
      stillToRecord.push(() => setAside(mail));
    }
    await recordAll();
  }

  async function doAll(): Promise<void> {
    await zendingen.cleanUp(now());
    // Nothing is taken out of the queue that cannot be opened for want of any secret.
    zegel.check();
    await recover();
    await recordAll();
    const next = () => (stopped ? null : zendingen.takeDue(now()));
    for (let begun = await next(); begun; begun = await next()) await tryIt(begun);
  }

  async function work(): Promise<void> {
    do {
      again = false;
      try {
        await doAll();
        plan((await zendingen.findNextMoment(now()))?.getTime());
      } catch (error) {
        reportFault(error);
        plan(now().getTime() + AFTER_ONE_FAULT);
      }
    } while (again);
    busy = null;
  }

  function plan(moment: number | undefined): void {
    clearTimeout(timer);
    if (stopped || moment === undefined) return;
    const rest = Math.min(Math.max(moment - now().getTime(), 0), LONGEST_TIMER);
    timer = setTimeout(() => void update(), rest).unref();
  }

  function update(): Promise<void> {
    if (stopped) return Promise.resolve();
    again = busy !== null;
    busy ??= work();
    return busy;
  }

  return {
    update,
    async stop() {
      stopped = true;
      again = false;
      clearTimeout(timer);
      const patience = setTimeout(() => stopper.abort(), grace);
      await busy;
      clearTimeout(patience);
    },
  };
}
