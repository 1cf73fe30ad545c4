import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { OpenedStand, StandSeal } from '../domain/answers/stand-seal.ts';
import type { Vraag } from '../domain/model/vraag.ts';
import { createStandCodec } from './stand-codec.ts';

const VERSIE = 1;
const KOP = Buffer.of(VERSIE);
const IV_BYTES = 12;
/** Random bytes are asked of the system for so many IVs together: each time costs as much as sealing itself. */
const IVS = 256;
const TAG_BYTES = 16;
const TIJD_BYTES = 4;
/** How long a stand stays valid, in seconds: 12 hours. */
const GELDIG = 12 * 60 * 60;
/** How long a stand goes along in links without being sealed anew, in seconds. */
const VERS = 60 * 60;
/** Far above what all questions together take; longer texts are not even looked at. */
const MAX_TEKENS = 1_000;

interface Opties {
  /** Newest first: the first one seals, all of them open. */
  readonly secrets: readonly string[];
  /** A stand opens only with the very questions it was made for. */
  readonly vragen: readonly Vraag[];
  readonly now: () => Date;
}

/** Seals stands with AES-256-GCM: version, IV, ciphertext of (time of making in seconds, answers), tag; base64url. */
export function createSealedStand({ secrets, vragen, now }: Opties): StandSeal {
  const codec = createStandCodec(vragen);
  const keys = secrets.map((secret) =>
    createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', 'rdm-wegwijzer stand', 32))),
  );
  const nextIv = createIvs();
  const [newest] = keys;
  if (!newest) throw new Error('Er is geen geheim om de stand mee te verzegelen.');
  const context = toContext(vragen);
  const nowSeconds = () => Math.floor(now().getTime() / 1000);

  function decrypt(bytes: Buffer): Buffer | null {
    const iv = bytes.subarray(1, 1 + IV_BYTES);
    const tag = bytes.subarray(-TAG_BYTES);
    for (const key of keys) {
      const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(context).setAuthTag(tag);
      try {
        const inhoud = decipher.update(bytes.subarray(1 + IV_BYTES, -TAG_BYTES));
        decipher.final();
        return inhoud;
      } catch {
        // Not sealed with this key: an older one may fit.
      }
    }
    return null;
  }

  return {
    seal(antwoorden) {
      const iv = nextIv();
      const inhoud = codec.encode(antwoorden, TIJD_BYTES);
      inhoud.writeUInt32BE(nowSeconds());
      const cipher = createCipheriv('aes-256-gcm', newest, iv).setAAD(context);
      const geheim = cipher.update(inhoud);
      cipher.final();
      return Buffer.concat([KOP, iv, geheim, cipher.getAuthTag()]).toString('base64url');
    },
    open(zegel): OpenedStand {
      if (zegel.length > MAX_TEKENS || !/^[\w-]+$/.test(zegel)) return { fout: 'ongeldig' };
      const bytes = Buffer.from(zegel, 'base64url');
      if (bytes.length < 1 + IV_BYTES + TIJD_BYTES + TAG_BYTES || bytes[0] !== VERSIE)
        return { fout: 'ongeldig' };
      const inhoud = decrypt(bytes);
      if (!inhoud) return { fout: 'ongeldig' };
      const leeftijd = nowSeconds() - inhoud.readUInt32BE(0);
      if (leeftijd > GELDIG) return { fout: 'verlopen' };
      return { antwoorden: codec.decode(inhoud.subarray(TIJD_BYTES)), isFresh: leeftijd < VERS };
    },
  };
}

/** Gives random IVs, each of them once. */
function createIvs(): () => Buffer {
  let voorraad = Buffer.alloc(0);
  let plaats = 0;
  return () => {
    if (plaats >= voorraad.length) {
      voorraad = randomBytes(IV_BYTES * IVS);
      plaats = 0;
    }
    plaats += IV_BYTES;
    return voorraad.subarray(plaats - IV_BYTES, plaats);
  };
}

/** Binds a stand to its version and to the questions and options by whose numbers it speaks. */
function toContext(vragen: readonly Vraag[]): Buffer {
  const vorm = vragen.map(({ feit, type, opties }) => [feit, type, opties.map(({ id }) => id)]);
  return createHash('sha256')
    .update(JSON.stringify([VERSIE, vorm]))
    .digest();
}
