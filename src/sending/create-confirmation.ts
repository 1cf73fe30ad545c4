import { createHash, timingSafeEqual } from 'node:crypto';
import type { Outbox } from '../domain/sending/outbox.ts';
import { confirmMail, isExpired, type OutgoingMail, VALIDITY } from '../domain/sending/outgoing-mail.ts';
import type { LinkStatus, Sending } from '../domain/sending/sending.ts';
import type { SendingServices, Wachtrij } from './mail-queue.ts';
import { decodeInhoud, encodeInhoud, openWith, type ZendingInhoud } from './mail-seal.ts';

interface Opties extends Pick<SendingServices, 'zendingen' | 'zegel' | 'now'> {
  readonly wachtrij: Wachtrij;
}

/** Makes what a confirmation link does. Its key opens the referral; of the key itself only a hash is kept. */
export function createBevestiging({
  zendingen,
  zegel,
  wachtrij,
  now,
}: Opties): Pick<Sending, 'view' | 'confirm'> {
  function vind(id: string, sleutel: string): OutgoingMail | undefined {
    const hash = Buffer.from(hashSleutel(Buffer.from(sleutel, 'base64url')));
    return zendingen.lijst().find((zending) => {
      const eigen = Buffer.from(zending.sleutel ?? '');
      return zending.id === id && eigen.length === hash.length && timingSafeEqual(eigen, hash);
    });
  }

  async function open({ id, bestand }: OutgoingMail, sleutel: string): Promise<ZendingInhoud | null> {
    const bytes = bestand === null ? null : await zendingen.leesInhoud(bestand);
    return decodeInhoud(bytes && openWith(Buffer.from(sleutel, 'base64url'), id, bytes));
  }

  async function bekijk(id: string, sleutel: string): Promise<LinkStatus> {
    const zending = vind(id, sleutel);
    if (!zending) return { soort: 'onbekend' };
    const { status, tafel, gewijzigd, volgende, aangemaakt } = zending;
    if (status === 'verlopen' || (status === 'onbevestigd' && isExpired(zending, now())))
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
    const inhoud = await open(zending, sleutel);
    if (!inhoud) return { soort: 'onbekend' };
    const { afzender, aan, cc, onderwerp } = inhoud;
    const geldigTot = new Date(Date.parse(aangemaakt) + VALIDITY);
    return { soort: 'teBevestigen', tafel, afzender, aan, cc, onderwerp, geldigTot };
  }

  return {
    view: bekijk,
    async confirm(id, sleutel) {
      const zending = vind(id, sleutel);
      const inhoud = zending?.status === 'onbevestigd' ? await open(zending, sleutel) : null;
      if (!zending || !inhoud || isExpired(zending, now())) return bekijk(id, sleutel);
      const bestand = await zendingen.bewaarInhoud(zegel.seal(id, encodeInhoud(inhoud)));
      const bevestigd = confirmMail(zending, bestand, now());
      let isEerste = false;
      try {
        isEerste = await vervangZending(zendingen, zending, bevestigd);
      } finally {
        // A second click that came first has a file of its own.
        if (!isEerste) await zendingen.wipeSealed(bestand).catch(() => {});
      }
      void wachtrij.werkBij();
      return bekijk(id, sleutel);
    },
  };
}

/** Replaces a mail when its state is still what it was; whether it was. */
export function vervangZending(
  zendingen: Outbox,
  eerder: OutgoingMail,
  nieuw: OutgoingMail,
): Promise<boolean> {
  return zendingen.change((lijst) =>
    lijst.some(({ id, status }) => id === eerder.id && status === eerder.status)
      ? { lijst: lijst.map((ander) => (ander.id === eerder.id ? nieuw : ander)), result: true }
      : { lijst, result: false },
  );
}

/** The hash by which the key of a link is recognised. */
export function hashSleutel(sleutel: Buffer): string {
  return createHash('sha256').update(sleutel).digest('base64url');
}
