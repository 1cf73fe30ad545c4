import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { OpenedStand, StandSeal } from '../domain/answers/stand-seal.ts';
import { memoize } from '../domain/memoize.ts';
import type { Vraag } from '../domain/model/vraag.ts';
import { createStandCodec } from './stand-codec.ts';

/** Goes up when stands of before can no longer be read. */
const VERSION = 2;
const HEADING = Buffer.of(VERSION);
const IV_BYTES = 12;
/** Random bytes are asked of the system for so many IVs together: each time costs as much as sealing itself. */
const IVS = 256;
const TAG_BYTES = 16;
const TIME_BYTES = 4;
/** How long a stand stays valid, in seconds: 12 hours. */
const VALID_FOR = 12 * 60 * 60;
/** How far the clocks of servers may differ, in seconds. A stand from later than that would be valid for too long. */
const CLOCK_SLACK = 5 * 60;
/** The last moment that fits in the bytes of a time: in 2106. A clock that is wrong must not stop the questions. */
const LAST_TIME = 2 ** 32 - 1;
/** How long a stand goes along in links without being sealed anew, in seconds. */
const FRESH_FOR = 60 * 60;
/** Far above what all questions together take; longer texts are not even looked at. */
const MAX_CHARS = 1_000;

interface Options {
  /** Newest first: the first one seals, all of them open. The same list until they change. */
  readonly secrets: () => readonly string[];
  /** The questions of now: of a stand that was made for others, what these no longer know falls away. */
  readonly vragen: readonly Vraag[];
  readonly now: () => Date;
}

/** Seals stands with AES-256-GCM: version, IV, ciphertext of (time of making in seconds, answers), tag; base64url. */
export function createSealedStand({ secrets, vragen, now }: Options): StandSeal {
  const codec = createStandCodec(vragen);
  if (secrets().length === 0) throw new Error('Er is geen geheim om de stand mee te verzegelen.');
  const findKeys = memoize(secrets, (list) =>
    list.map((secret) =>
      createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', 'rdm-wegwijzer stand', 32))),
    ),
  );
  const nextIv = createIvs();
  const nowSeconds = () => Math.min(LAST_TIME, Math.max(0, Math.floor(now().getTime() / 1000)));

  function decrypt(bytes: Buffer): Buffer | null {
    const iv = bytes.subarray(1, 1 + IV_BYTES);
    const tag = bytes.subarray(-TAG_BYTES);
    for (const key of findKeys()) {
      const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(HEADING).setAuthTag(tag);
      try {
        const content = decipher.update(bytes.subarray(1 + IV_BYTES, -TAG_BYTES));
        decipher.final();
        return content;
      } catch {
        // Not sealed with this key: an older one may fit.
      }
    }
    return null;
  }

  return {
    seal(antwoorden) {
      const [newest] = findKeys() as [KeyObject];
      const iv = nextIv();
      const content = codec.encode(antwoorden, TIME_BYTES);
      content.writeUInt32BE(nowSeconds());
      const cipher = createCipheriv('aes-256-gcm', newest, iv).setAAD(HEADING);
      const secret = cipher.update(content);
      cipher.final();
      return Buffer.concat([HEADING, iv, secret, cipher.getAuthTag()]).toString('base64url');
    },
    open(seal): OpenedStand {
      if (seal.length > MAX_CHARS) return { fout: 'ongeldig' };
      const bytes = Buffer.from(seal, 'base64url');
      // Only as it was written: Node reads past what is no whole byte.
      if (bytes.toString('base64url') !== seal) return { fout: 'ongeldig' };
      if (bytes.length < 1 + IV_BYTES + TIME_BYTES + TAG_BYTES || bytes[0] !== VERSION)
        return { fout: 'ongeldig' };
      const content = decrypt(bytes);
      if (!content) return { fout: 'ongeldig' };
      const made = content.readUInt32BE(0);
      const leeftijd = nowSeconds() - made;
      if (leeftijd > VALID_FOR || leeftijd < -CLOCK_SLACK) return { fout: 'verlopen' };
      return {
        ...codec.decode(content.subarray(TIME_BYTES)),
        isFresh: leeftijd < FRESH_FOR,
        until: new Date((made + VALID_FOR) * 1000),
      };
    },
  };
}

/** Gives random IVs, each of them once. */
function createIvs(): () => Buffer {
  let stock = Buffer.alloc(0);
  let place = 0;
  return () => {
    if (place >= stock.length) {
      stock = randomBytes(IV_BYTES * IVS);
      place = 0;
    }
    place += IV_BYTES;
    return stock.subarray(place - IV_BYTES, place);
  };
}
