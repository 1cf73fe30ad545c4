import { webcrypto } from 'node:crypto';
import { type SealedCasus, toSealedHeader } from '../../domain/casus/sealed-casus.ts';
import { createFairQueue } from '../../domain/fair-queue.ts';

const { subtle } = webcrypto;
type Header = Omit<SealedCasus, 'inhoud'>;

interface Capacity {
  /** Derivations at a time. Node has four threads for such work, and files and names of hosts need them as well. */
  readonly atOnce: number;
  /** How many may wait for their turn; for one more, who has most of them waiting is told that it is busy. */
  readonly maxWaiting: number;
}

/** Encrypts and opens case files, off the main thread and few at a time, `who` asks in turn; null when too many wait. */
export interface Sealer {
  readonly seal: (text: string, passphrase: string, who: string) => Promise<string | null>;
  /** The bytes in the file; `wrong` when the passphrase does not fit, or something in the file was changed. */
  readonly open: (sealed: SealedCasus, passphrase: string, who: string) => Promise<Buffer | 'wrong' | null>;
}

/** Makes what encrypts and opens case files. */
export function createSealer(capacity: Capacity = { atOnce: 2, maxWaiting: 20 }): Sealer {
  const takeTurn = createTurns(capacity);
  return {
    seal: async (text, passphrase, who) => {
      const [salt, iv] = [randomBase64(16), randomBase64(12)];
      const header = toSealedHeader(salt, iv);
      const key = await takeTurn(who, () => deriveKey(header, passphrase));
      if (!key) return null;
      const bytes = await subtle.encrypt(toParameters(header), key, new TextEncoder().encode(text));
      const sealed: SealedCasus = { ...header, inhoud: Buffer.from(bytes).toString('base64') };
      return `${JSON.stringify(sealed, null, 2)}\n`;
    },
    open: async ({ inhoud, ...header }, passphrase, who) => {
      const key = await takeTurn(who, () => deriveKey(header, passphrase));
      if (!key) return null;
      try {
        const bytes = Buffer.from(inhoud, 'base64');
        return Buffer.from(await subtle.decrypt(toParameters(header), key, bytes));
      } catch {
        // WebCrypto does not tell which of the two it is.
        return 'wrong';
      }
    },
  };
}

async function deriveKey({ afleiding }: Header, passphrase: string): Promise<webcrypto.CryptoKey> {
  const { naam, hash, iteraties, zout } = afleiding;
  // A letter with an accent is one character on one keyboard and two on another.
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await subtle.importKey('raw', typed, naam, false, ['deriveKey']);
  const salt = Buffer.from(zout, 'base64');
  const derivation = { name: naam, hash, iterations: iteraties, salt };
  return subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** The header is bound to what is encrypted: who changes it can no longer open the file. */
function toParameters(header: Header) {
  const { naam, iv } = header.versleuteling;
  const additionalData = new TextEncoder().encode(JSON.stringify(header));
  return { name: naam, iv: Buffer.from(iv, 'base64'), additionalData, tagLength: 128 };
}

function randomBase64(length: number): string {
  return Buffer.from(webcrypto.getRandomValues(new Uint8Array(length))).toString('base64');
}

interface Waiting {
  readonly who: string;
  /** Tells whether it has its turn, or has to go for another. */
  readonly tell: (hasTurn: boolean) => void;
}

/** Lets a few do their work at a time, of each asker in turn; null for who has to go because too many wait. */
function createTurns({ atOnce, maxWaiting }: Capacity) {
  const waiting = createFairQueue<Waiting>(maxWaiting);
  let busy = 0;
  const waitForTurn = (who: string) =>
    new Promise<boolean>((tell) => waiting.add({ who, tell })?.tell(false));
  return async <T>(who: string, work: () => Promise<T>): Promise<T | null> => {
    if (busy < atOnce) busy += 1;
    // Who is done hands over its place.
    else if (!(await waitForTurn(who))) return null;
    try {
      return await work();
    } finally {
      const next = waiting.take();
      if (next) next.tell(true);
      else busy -= 1;
    }
  };
}
