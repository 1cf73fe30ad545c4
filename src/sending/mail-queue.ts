import type { Outbox } from '../domain/sending/outbox.ts';
import { cleanUp, findDue, findNextMoment } from '../domain/sending/outbox-rules.ts';
import {
  beginAttempt,
  endAttempt,
  isTooLate,
  type OutgoingMail,
  wantsNote,
} from '../domain/sending/outgoing-mail.ts';
import { decodeInhoud, toMailOpDePost, type ZendingInhoud, type ZendingZegel } from './mail-seal.ts';
import type { PostUitkomst, VerstuurMail } from './send-mail.ts';
import { type Berichten, createAfloop } from './write-messages.ts';

const RESPIJT = 4_000;
/** How long to wait after a fault of the disk, in milliseconds. */
const NA_EEN_FOUT = 60_000;
/** No timer takes more than 24 days. */
const LANGSTE_WEKKER = 60 * 60_000;

/** What all of sending works with. */
export interface SendingServices {
  readonly zendingen: Outbox;
  readonly zegel: ZendingZegel;
  readonly berichten: Berichten;
  readonly verstuur: VerstuurMail;
  readonly now: () => Date;
  readonly meldPoging: MeldPoging;
}

interface Opties extends SendingServices {
  readonly meldFout: (fout: unknown) => void;
  /** How long an attempt may go on when the server stops, in milliseconds; then it is broken off, and that is recorded. */
  readonly respijt?: number;
}

/** The queue of mails that their senders confirmed. */
export interface Wachtrij {
  /** Does all there is to do now, one mail after another, and plans the next time. Never throws. */
  werkBij(): Promise<void>;
  /** Stops for good; an attempt that is being made is finished, or broken off and recorded as such. */
  stop(): Promise<void>;
}

interface Afgelopen {
  readonly zending: OutgoingMail;
  readonly inhoud: ZendingInhoud | null;
  readonly uitkomst: PostUitkomst;
}

/**
 * Makes the queue. An attempt is on disk before it is made: what a crash cuts short is found again as `bezig`, and is
 * then never sent once more, because nobody knows how far it came.
 */
export function createWachtrij(opties: Opties): Wachtrij {
  const { zendingen, zegel, verstuur, now, meldPoging, meldFout, respijt = RESPIJT } = opties;
  const stopper = new AbortController();
  /** Ended, but the disk did not take that yet. */
  let nogVastTeLeggen: Afgelopen[] = [];
  let hersteld = false;
  let bezig: Promise<void> | null = null;
  let opnieuw = false;
  let gestopt = false;
  let wekker: NodeJS.Timeout | undefined;

  async function open({ id, bestand }: OutgoingMail): Promise<ZendingInhoud | null> {
    const bytes = bestand === null ? null : await zendingen.leesInhoud(bestand);
    return decodeInhoud(bytes && zegel.open(id, bytes));
  }

  /** What the previous process was doing when it stopped. */
  async function findAfgebroken(): Promise<Afgelopen[]> {
    const gevonden = zendingen.lijst().filter(({ status }) => status === 'bezig');
    return Promise.all(
      gevonden.map(async (zending) => ({
        zending,
        inhoud: await open(zending),
        uitkomst: { soort: 'onzeker' as const, reden: 'de server stopte tijdens het versturen' },
      })),
    );
  }

  async function legVast(afgelopen: Afgelopen): Promise<void> {
    const { zending, inhoud, uitkomst } = afgelopen;
    const eind = endAttempt(zending, uitkomst, now());
    const afloop = inhoud && wantsNote(eind) ? await createAfloop(opties, eind, inhoud, uitkomst) : null;
    try {
      await zendingen.change((lijst) => ({
        lijst: [...lijst.map((ander) => (ander.id === eind.id ? eind : ander)), ...(afloop ? [afloop] : [])],
        result: undefined,
      }));
    } catch (error) {
      if (afloop?.bestand) await zendingen.wipeSealed(afloop.bestand).catch(() => {});
      throw error;
    }
    const { id, soort, tafel, pogingen } = zending;
    meldPoging({ id, soort, tafel, pogingen, uitkomst: uitkomst.soort, reden: uitkomst.reden });
  }

  async function legAllesVast(): Promise<void> {
    for (let eerste = nogVastTeLeggen[0]; eerste; eerste = nogVastTeLeggen[0]) {
      await legVast(eerste);
      nogVastTeLeggen.shift();
    }
  }

  async function probeer(wachtend: OutgoingMail): Promise<void> {
    const inhoud = await open(wachtend);
    const zending = beginAttempt(wachtend, now());
    const eindigMet = async (uitkomst: PostUitkomst) => {
      nogVastTeLeggen.push({ zending, inhoud, uitkomst });
      await legAllesVast();
    };
    if (!inhoud) return eindigMet({ soort: 'geweigerd', reden: 'de inhoud is niet te openen' });
    if (isTooLate(wachtend, now())) return eindigMet({ soort: 'geweigerd', reden: 'de tijd is om' });
    await zendingen.change((lijst) => ({
      lijst: lijst.map((ander) => (ander.id === zending.id ? zending : ander)),
      result: undefined,
    }));
    await eindigMet(await verstuur(toMailOpDePost(inhoud), stopper.signal));
  }

  async function doeAlles(): Promise<void> {
    if (!hersteld) {
      nogVastTeLeggen = await findAfgebroken();
      hersteld = true;
    }
    await legAllesVast();
    await zendingen.change((lijst) => ({ lijst: cleanUp(lijst, now()), result: undefined }));
    const volgende = () => (gestopt ? undefined : findDue(zendingen.lijst(), now()));
    for (let zending = volgende(); zending; zending = volgende()) await probeer(zending);
  }

  async function werk(): Promise<void> {
    do {
      opnieuw = false;
      try {
        await doeAlles();
        plan(findNextMoment(zendingen.lijst())?.getTime());
      } catch (error) {
        meldFout(error);
        plan(now().getTime() + NA_EEN_FOUT);
      }
    } while (opnieuw);
    bezig = null;
  }

  function plan(moment: number | undefined): void {
    clearTimeout(wekker);
    if (gestopt || moment === undefined) return;
    const over = Math.min(Math.max(moment - now().getTime(), 0), LANGSTE_WEKKER);
    wekker = setTimeout(() => void werkBij(), over).unref();
  }

  function werkBij(): Promise<void> {
    if (gestopt) return Promise.resolve();
    opnieuw = bezig !== null;
    bezig ??= werk();
    return bezig;
  }

  return {
    werkBij,
    async stop() {
      gestopt = true;
      opnieuw = false;
      clearTimeout(wekker);
      const over = setTimeout(() => stopper.abort(), respijt);
      await bezig;
      clearTimeout(over);
    },
  };
}

/** How an attempt to send ended, for the log: nothing of the mail, of its sender or of a key is in it. */
interface Poging extends Pick<OutgoingMail, 'id' | 'tafel' | 'pogingen'> {
  /** What was sent: the confirmation link, the referral, or the note about how that ended. */
  readonly soort: OutgoingMail['soort'] | 'bevestiging';
  readonly uitkomst: PostUitkomst['soort'];
  readonly reden: string;
}

/** Hears how each attempt ended. */
export type MeldPoging = (poging: Poging) => void;
