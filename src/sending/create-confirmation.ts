import { createHash, timingSafeEqual } from 'node:crypto';
import type { Outbox } from '../domain/sending/outbox.ts';
import { findTotalRoom, LIMIT_WINDOW, type Limits } from '../domain/sending/outbox-rules.ts';
import { confirmMail, isExpired, type OutgoingMail, VALIDITY } from '../domain/sending/outgoing-mail.ts';
import type { LinkStatus, Sending } from '../domain/sending/sending.ts';
import type { MailQueue, SendingServices } from './mail-queue.ts';
import { decodeMailContent, encodeMailContent, type MailContent, openWith } from './mail-seal.ts';

interface Options extends Pick<SendingServices, 'zendingen' | 'zegel' | 'now'> {
  readonly wachtrij: MailQueue;
  readonly limits: Pick<Limits, 'totaal'>;
}

/** Makes what a confirmation link does. Its key opens the referral; of the key itself only a hash is kept. */
export function createConfirmation({
  zendingen,
  zegel,
  wachtrij,
  limits,
  now,
}: Options): Pick<Sending, 'view' | 'confirm'> {
  async function find(id: string, key: string): Promise<OutgoingMail | undefined> {
    const hash = Buffer.from(hashKey(Buffer.from(key, 'base64url')));
    return (await zendingen.find({ id })).find((outgoingMail) => {
      const own = Buffer.from(outgoingMail.sleutel ?? '');
      return outgoingMail.id === id && own.length === hash.length && timingSafeEqual(own, hash);
    });
  }

  async function open({ id, bestand }: OutgoingMail, key: string): Promise<MailContent | null> {
    const bytes = bestand === null ? null : await zendingen.leesInhoud(bestand);
    return decodeMailContent(bytes && openWith(Buffer.from(key, 'base64url'), id, bytes));
  }

  async function view(id: string, key: string): Promise<LinkStatus> {
    const outgoingMail = await find(id, key);
    if (!outgoingMail) return { soort: 'onbekend' };
    const { status, tafel, gewijzigd, volgende, aangemaakt } = outgoingMail;
    if (status === 'verlopen' || (status === 'onbevestigd' && isExpired(outgoingMail, now())))
      return { soort: 'verlopen' };
    if (status !== 'onbevestigd') {
      return {
        soort: 'bevestigd',
        tafel,
        status,
        gewijzigd: new Date(gewijzigd),
        volgende: volgende === null ? null : new Date(volgende),
      };
    }
    const content = await open(outgoingMail, key);
    if (!content) return { soort: 'onbekend' };
    const { afzender, aan, cc, onderwerp } = content;
    const geldigTot = new Date(Date.parse(aangemaakt) + VALIDITY);
    return { soort: 'teBevestigen', tafel, afzender, aan, cc, onderwerp, geldigTot };
  }

  return {
    view,
    async confirm(id, key) {
      const outgoingMail = await find(id, key);
      const content = outgoingMail?.status === 'onbevestigd' ? await open(outgoingMail, key) : null;
      if (!outgoingMail || !content || isExpired(outgoingMail, now())) return view(id, key);
      const bestand = await zendingen.bewaarInhoud(zegel.seal(id, encodeMailContent(content)));
      let isFirst = false;
      try {
        const moment = now();
        isFirst = await replaceMail(zendingen, outgoingMail, moment, (mails) => {
          // What is confirmed is kept, however much there is; beyond the limit it goes later.
          const from = findTotalRoom(mails, limits.totaal, moment) ?? moment;
          return confirmMail(outgoingMail, bestand, moment, from);
        });
      } finally {
        // A second click that came first has a file of its own.
        if (!isFirst) await zendingen.wipeSealed(bestand).catch(() => {});
      }
      void wachtrij.update();
      return view(id, key);
    },
  };
}

/**
 * Replaces a mail when its state is still what it was; whether it was. What it becomes is made of at least the mails that
 * were confirmed in the last hour.
 */
export function replaceMail(
  outbox: Outbox,
  { id, status }: OutgoingMail,
  now: Date,
  toFresh: (mails: readonly OutgoingMail[]) => OutgoingMail,
): Promise<boolean> {
  return outbox.decide({ id, bevestigdNa: new Date(now.getTime() - LIMIT_WINDOW) }, (mails) =>
    mails.some((other) => other.id === id && other.status === status)
      ? { keep: [toFresh(mails)], result: true }
      : { keep: [], result: false },
  );
}

/** The hash by which the key of a link is recognised. */
export function hashKey(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64url');
}
