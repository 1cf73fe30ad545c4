import { randomBytes } from 'node:crypto';
import type { Related } from '../domain/sending/outbox.ts';
import { expire, findLimit, LIMIT_WINDOW, type Limits } from '../domain/sending/outbox-rules.ts';
import { isPermanent, type OutgoingMail, VALIDITY } from '../domain/sending/outgoing-mail.ts';
import { toSenderKey } from '../domain/sending/sender.ts';
import type { Sending, SendRequest, SendRequestResult } from '../domain/sending/sending.ts';
import { createConfirmation, hashKey, replaceMail } from './create-confirmation.ts';
import type { MailQueue, SendingServices } from './mail-queue.ts';
import { encodeMailContent, sealWith, toEnvelopedMail } from './mail-seal.ts';
import { createMailId } from './write-messages.ts';

/** How long the visitor waits for the confirmation link to be handed over, in milliseconds. */
const PATIENCE = 20_000;

interface Options extends SendingServices {
  readonly domains: readonly string[];
  readonly limits: Limits;
  readonly baseUrl: string;
  readonly wachtrij: MailQueue;
}

type Obstacle = Extract<SendRequestResult, { soort: 'al' | 'limiet' }>;

/** By what a sender and a mail are recognised: hashes under each secret of the server, newest first. */
interface Digests {
  readonly afzender: readonly [string, ...string[]];
  readonly inhoud: readonly [string, ...string[]];
}

/**
 * Makes what sends referrals for users. Until the sender confirms, a referral is sealed with a key that is in the
 * confirmation link and nowhere else; so that link is sent at once, from memory, and never waits in the queue.
 */
export function createSending(options: Options): Sending {
  const { domains, limits, baseUrl, zendingen, zegel, notes, send, wachtrij, now } = options;

  function toDigests({ tafel, afzender, mail, eigenTekst }: SendRequest): Digests {
    const key = toSenderKey(afzender);
    return {
      afzender: zegel.hashes('afzender', key),
      inhoud: zegel.hashes('inhoud', JSON.stringify([tafel.id, key, { ...mail, tekst: eigenTekst }])),
    };
  }

  /** All that may stand in the way of a mail. */
  function toRelated({ afzender, inhoud }: Digests): Related {
    return { afzender, inhoud, bevestigdNa: new Date(now().getTime() - LIMIT_WINDOW) };
  }

  function findObstacle(list: readonly OutgoingMail[], { afzender, inhoud }: Digests): Obstacle | null {
    const earlier = list.find((outgoingMail) => isSame(outgoingMail, inhoud) && isPermanent(outgoingMail));
    if (earlier) return { soort: 'al', status: earlier.status };
    const limiet = findLimit(list, afzender, limits, now());
    return limiet && { soort: 'limiet', limiet };
  }

  /** Adds the referral, unless something stands in the way after all: another request may have been quicker. */
  async function add(
    outgoingMail: OutgoingMail,
    bestand: string,
    digests: Digests,
  ): Promise<Obstacle | null> {
    let isKept = false;
    try {
      const obstacle = await zendingen.decide(toRelated(digests), (mails) => {
        const found = findObstacle(mails, digests);
        if (found) return { keep: [], result: found };
        // Of the same mail only the newest link works.
        const rest = mails
          .filter((other) => other.status === 'onbevestigd' && isSame(other, digests.inhoud))
          .map((other) => expire(other, now()));
        return { keep: [...rest, outgoingMail], result: null };
      });
      isKept = obstacle === null;
      return obstacle;
    } finally {
      if (!isKept) await zendingen.wipeSealed(bestand).catch(() => {});
    }
  }

  async function requestSending(request: SendRequest): Promise<SendRequestResult> {
    const { tafel, afzender } = request;
    const digests = toDigests(request);
    const beforehand = findObstacle(await zendingen.find(toRelated(digests)), digests);
    if (beforehand) return beforehand;

    const id = createMailId();
    const key = randomBytes(32);
    const content = await notes.writeAanmelding(request);
    const bestand = await zendingen.bewaarInhoud(sealWith(key, id, encodeMailContent(content)));
    const moment = now();
    const outgoingMail: OutgoingMail = {
      id,
      soort: 'aanmelding',
      tafel: tafel.id,
      status: 'onbevestigd',
      aangemaakt: moment.toISOString(),
      gewijzigd: moment.toISOString(),
      bevestigd: null,
      volgende: null,
      pogingen: 0,
      bestand,
      sleutel: hashKey(key),
      afzender: digests.afzender[0],
      inhoud: digests.inhoud[0],
    };
    const obstacle = await add(outgoingMail, bestand, digests);
    if (obstacle) return obstacle;

    const link = `${baseUrl}/versturen/${id}?sleutel=${key.toString('base64url')}`;
    const confirmation = await notes.writeConfirmation(tafel.inZin, afzender, link);
    const { soort, reden } = await send(toEnvelopedMail(confirmation), AbortSignal.timeout(PATIENCE));
    options.reportAttempt({ id, soort: 'bevestiging', tafel: tafel.id, pogingen: 1, uitkomst: soort, reden });
    if (soort === 'verstuurd' || soort === 'onzeker') {
      // Plans to wipe it when nobody confirms.
      void wachtrij.update();
      return {
        soort: 'gevraagd',
        geldigTot: new Date(moment.getTime() + VALIDITY),
        zeker: soort === 'verstuurd',
      };
    }
    // Nobody has the key, so nobody can use it any more.
    await replaceMail(zendingen, outgoingMail, now(), () => expire(outgoingMail, now()));
    return { soort: soort === 'geweigerd' ? 'geweigerd' : 'nietGelukt' };
  }

  return { domains, requestSending, ...createConfirmation(options) };
}

function isSame({ inhoud }: OutgoingMail, hashes: readonly string[]): boolean {
  return inhoud !== null && hashes.includes(inhoud);
}
