import type { Outbox } from '../domain/sending/outbox.ts';
import { cleanUp, findDue, findNextMoment } from '../domain/sending/outbox-rules.ts';
import {
  beginAttempt,
  endAttempt,
  isTooLate,
  type OutgoingMail,
  wantsNote,
} from '../domain/sending/outgoing-mail.ts';
import type { ReportAttempt } from './attempt.ts';
import { decodeMailContent, type MailContent, type MailSeal, toEnvelopedMail } from './mail-seal.ts';
import type { PostResult, SendMail } from './smtp-mailer.ts';
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
  readonly outgoingMail: OutgoingMail;
  readonly inhoud: MailContent | null;
  readonly uitkomst: PostResult;
}

/**
 * Makes the queue. An attempt is on disk before it is made: what a crash cuts short is found again as `busy`, and is
 * then never sent once more, because nobody knows how far it came.
 */
export function createMailQueue(options: Options): MailQueue {
  const { zendingen, zegel, send, now, reportAttempt, reportFault, grace = GRACE } = options;
  const stopper = new AbortController();
  /** Ended, but the disk did not take that yet. */
  let stillToRecord: Ended[] = [];
  let recovered = false;
  let busy: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function open({ id, bestand }: OutgoingMail): Promise<MailContent | null> {
    const bytes = bestand === null ? null : await zendingen.leesInhoud(bestand);
    return decodeMailContent(bytes && zegel.open(id, bytes));
  }

  /** What the previous process was doing when it stopped. */
  async function findInterrupted(): Promise<Ended[]> {
    const found = zendingen.lijst().filter(({ status }) => status === 'bezig');
    const opened = await Promise.all(
      found.map(async (outgoingMail) => ({
        outgoingMail,
        inhoud: await open(outgoingMail),
        uitkomst: { soort: 'onzeker' as const, reden: 'de server stopte tijdens het versturen' },
      })),
    );
    // Its sender must hear of it, and who that is stands in it: it waits for a start with the right secret.
    return opened.filter(({ outgoingMail, inhoud }) => inhoud !== null || reportSealed(outgoingMail));
  }

  function reportSealed({ id }: OutgoingMail): false {
    reportFault(
      new Error(
        `De e-mail ${id} is niet te openen met de geheimen van nu, en blijft bewaard. Zet het oude geheim terug ` +
          'in STAND_SECRETS of in de datamap, en start opnieuw.',
      ),
    );
    return false;
  }

  /** What cannot be opened is kept: its secret may come back. The queue goes on with the rest. */
  async function setAside(sealed: OutgoingMail): Promise<void> {
    reportSealed(sealed);
    const volgende = new Date(now().getTime() + AFTER_SEALED).toISOString();
    await zendingen.change((list) => ({
      lijst: list.map((other) => (other.id === sealed.id ? { ...sealed, volgende } : other)),
      result: undefined,
    }));
  }

  async function record(ended: Ended): Promise<void> {
    const { outgoingMail, inhoud, uitkomst } = ended;
    const end = endAttempt(outgoingMail, uitkomst, now());
    const followUp = inhoud && wantsNote(end) ? await createFollowUp(options, end, inhoud, uitkomst) : null;
    try {
      await zendingen.change((list) => ({
        lijst: [...list.map((other) => (other.id === end.id ? end : other)), ...(followUp ? [followUp] : [])],
        result: undefined,
      }));
    } catch (error) {
      if (followUp?.bestand) await zendingen.wipeSealed(followUp.bestand).catch(() => {});
      throw error;
    }
    const { id, soort, tafel, pogingen } = outgoingMail;
    reportAttempt({ id, soort, tafel, pogingen, uitkomst: uitkomst.soort, reden: uitkomst.reden });
  }

  async function recordAll(): Promise<void> {
    for (let first = stillToRecord[0]; first; first = stillToRecord[0]) {
      await record(first);
      stillToRecord.shift();
    }
  }

  async function tryIt(waiting: OutgoingMail): Promise<void> {
    const inhoud = await open(waiting);
    const outgoingMail = beginAttempt(waiting, now());
    const endWith = async (uitkomst: PostResult) => {
      stillToRecord.push({ outgoingMail, inhoud, uitkomst });
      await recordAll();
    };
    if (!inhoud) return setAside(waiting);
    if (isTooLate(waiting, now())) return endWith({ soort: 'geweigerd', reden: 'de tijd is om' });
    await zendingen.change((list) => ({
      lijst: list.map((other) => (other.id === outgoingMail.id ? outgoingMail : other)),
      result: undefined,
    }));
    await endWith(await send(toEnvelopedMail(inhoud), stopper.signal));
  }

  async function doAll(): Promise<void> {
    if (!recovered) {
      stillToRecord = await findInterrupted();
      recovered = true;
    }
    await recordAll();
    await zendingen.change((list) => ({ lijst: cleanUp(list, now()), result: undefined }));
    const next = () => (stopped ? undefined : findDue(zendingen.lijst(), now()));
    for (let outgoingMail = next(); outgoingMail; outgoingMail = next()) await tryIt(outgoingMail);
  }

  async function work(): Promise<void> {
    do {
      again = false;
      try {
        await doAll();
        plan(findNextMoment(zendingen.lijst())?.getTime());
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
    const over = Math.min(Math.max(moment - now().getTime(), 0), LONGEST_TIMER);
    timer = setTimeout(() => void update(), over).unref();
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
      const over = setTimeout(() => stopper.abort(), grace);
      await busy;
      clearTimeout(over);
    },
  };
}
