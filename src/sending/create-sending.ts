import { randomBytes } from 'node:crypto';
import { expire, findLimit, type Limits } from '../domain/sending/outbox-rules.ts';
import { isPermanent, type OutgoingMail, VALIDITY } from '../domain/sending/outgoing-mail.ts';
import { toSenderKey } from '../domain/sending/sender.ts';
import type { Sending, SendRequest, SendRequestResult } from '../domain/sending/sending.ts';
import { createBevestiging, hashSleutel, vervangZending } from './create-confirmation.ts';
import type { SendingServices, Wachtrij } from './mail-queue.ts';
import { encodeInhoud, sealWith, toMailOpDePost } from './mail-seal.ts';
import { createZendingId } from './write-messages.ts';

/** How long the visitor waits for the confirmation link to be handed over, in milliseconds. */
const GEDULD = 20_000;

interface Opties extends SendingServices {
  readonly domains: readonly string[];
  readonly limieten: Limits;
  readonly baseUrl: string;
  readonly wachtrij: Wachtrij;
}

type Beletsel = Extract<SendRequestResult, { soort: 'al' | 'limiet' }>;

/** By what a sender and a mail are recognised: hashes under each secret of the server, newest first. */
interface Kenmerken {
  readonly afzender: readonly [string, ...string[]];
  readonly inhoud: readonly [string, ...string[]];
}

/**
 * Makes what sends referrals for users. Until the sender confirms, a referral is sealed with a key that is in the
 * confirmation link and nowhere else; so that link is sent at once, from memory, and never waits in the queue.
 */
export function createVersturen(opties: Opties): Sending {
  const {
    domains: domeinen,
    limieten,
    baseUrl,
    zendingen,
    zegel,
    berichten,
    verstuur,
    wachtrij,
    now,
  } = opties;

  function toKenmerken({ tafel, afzender, mail }: SendRequest): Kenmerken {
    const sleutel = toSenderKey(afzender);
    return {
      afzender: zegel.hashes('afzender', sleutel),
      inhoud: zegel.hashes('inhoud', JSON.stringify([tafel.id, sleutel, mail])),
    };
  }

  function findBeletsel(lijst: readonly OutgoingMail[], { afzender, inhoud }: Kenmerken): Beletsel | null {
    const eerder = lijst.find((zending) => isZelfde(zending, inhoud) && isPermanent(zending));
    if (eerder) return { soort: 'al', status: eerder.status };
    const limiet = findLimit(lijst, afzender, limieten, now());
    return limiet && { soort: 'limiet', limiet };
  }

  /** Adds the referral, unless something stands in the way after all: another request may have been quicker. */
  async function voegToe(
    zending: OutgoingMail,
    bestand: string,
    kenmerken: Kenmerken,
  ): Promise<Beletsel | null> {
    let isBewaard = false;
    try {
      const beletsel = await zendingen.change((lijst) => {
        const gevonden = findBeletsel(lijst, kenmerken);
        if (gevonden) return { lijst, result: gevonden };
        // Of the same mail only the newest link works.
        const over = lijst.map((ander) =>
          ander.status === 'onbevestigd' && isZelfde(ander, kenmerken.inhoud) ? expire(ander, now()) : ander,
        );
        return { lijst: [...over, zending], result: null };
      });
      isBewaard = beletsel === null;
      return beletsel;
    } finally {
      if (!isBewaard) await zendingen.wipeSealed(bestand).catch(() => {});
    }
  }

  async function vraagAan(aanvraag: SendRequest): Promise<SendRequestResult> {
    const { tafel, afzender } = aanvraag;
    const kenmerken = toKenmerken(aanvraag);
    const vooraf = findBeletsel(zendingen.lijst(), kenmerken);
    if (vooraf) return vooraf;

    const id = createZendingId();
    const sleutel = randomBytes(32);
    const inhoud = await berichten.writeAanmelding(aanvraag);
    const bestand = await zendingen.bewaarInhoud(sealWith(sleutel, id, encodeInhoud(inhoud)));
    const nu = now();
    const zending: OutgoingMail = {
      id,
      soort: 'aanmelding',
      tafel: tafel.id,
      status: 'onbevestigd',
      aangemaakt: nu.toISOString(),
      gewijzigd: nu.toISOString(),
      bevestigd: null,
      volgende: null,
      pogingen: 0,
      bestand,
      sleutel: hashSleutel(sleutel),
      afzender: kenmerken.afzender[0],
      inhoud: kenmerken.inhoud[0],
    };
    const beletsel = await voegToe(zending, bestand, kenmerken);
    if (beletsel) return beletsel;

    const link = `${baseUrl}/versturen/${id}?sleutel=${sleutel.toString('base64url')}`;
    const bevestiging = await berichten.writeBevestiging(tafel.inZin, afzender, link);
    const { soort, reden } = await verstuur(toMailOpDePost(bevestiging), AbortSignal.timeout(GEDULD));
    opties.meldPoging({ id, soort: 'bevestiging', tafel: tafel.id, pogingen: 1, uitkomst: soort, reden });
    if (soort === 'verstuurd' || soort === 'onzeker') {
      // Plans to wipe it when nobody confirms.
      void wachtrij.werkBij();
      return {
        soort: 'gevraagd',
        geldigTot: new Date(nu.getTime() + VALIDITY),
        zeker: soort === 'verstuurd',
      };
    }
    // Nobody has the key, so nobody can use it any more.
    await vervangZending(zendingen, zending, expire(zending, now()));
    return { soort: soort === 'geweigerd' ? 'geweigerd' : 'nietGelukt' };
  }

  return { domains: domeinen, requestSending: vraagAan, ...createBevestiging(opties) };
}

function isZelfde({ inhoud }: OutgoingMail, hashes: readonly string[]): boolean {
  return inhoud !== null && hashes.includes(inhoud);
}
