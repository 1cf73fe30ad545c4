import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { addDays, toDutchDate } from '../domain/calendar.ts';
import { memoize } from '../domain/memoize.ts';
import type { Content } from '../domain/model/content.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import {
  type AnswerLinks,
  type KnownPackage,
  LINK_DAYS,
  MAX_ADDRESS,
  TABLE_LINK_DAYS,
} from '../domain/table-answers/answer-link.ts';
import { readCode, type Sign, writeCode } from './answer-code.ts';
import { decodeLink, encodeLink, type LinkContent, toContentMark } from './answer-link-codec.ts';

/** Goes up when links of before can no longer be read. */
const VERSION = 1;
const HEADING = Buffer.of(VERSION);
const IV_BYTES = 12;
const TAG_BYTES = 16;
const NUMBER_BYTES = 8;
/** No link is longer. */
const MAX_CHARS = 80;

interface Options {
  /** Those that outlive the process, newest first; the same list until they change. Throws StorageFailure while there is none. */
  readonly secrets: () => readonly string[];
  readonly content: Pick<Content, 'tafels'>;
  /** Address of the site, without a slash at the end. */
  readonly baseUrl: string;
  /** Whether a table could open a link, and its answer be kept: else a package has none. */
  readonly canUse: () => boolean;
  readonly now: () => Date;
}

interface Keys {
  readonly seal: Buffer;
  readonly iv: Buffer;
  readonly number: Buffer;
  readonly store: Buffer;
  readonly code: Buffer;
}

/** Makes and opens links, and adds those that an operator hands to a table. */
export function createAnswerLinks({ secrets, content, baseUrl, canUse, now }: Options): AnswerLinks & {
  /** The address with which this table tells whether it has room. @throws StorageFailure while there is no secret. */
  makeForTable(tafel: string): string;
} {
  const findKeys = memoize(secrets, (list) => list.map(toKeys));
  const { tafels } = content;
  const newest = (): Keys => {
    const [keys] = findKeys();
    if (!keys) throw new StorageFailure('Er is geen geheim om een link mee te verzegelen.');
    return keys;
  };
  const toVersie = (tafel: string) => toContentMark(tafels.find(({ id }) => id === tafel));
  const today = () => toDutchDate(now());
  const toAddress = (token: string) => `${baseUrl}/t/${token}`;
  const toSign =
    (keys: Keys, number: Buffer): Sign =>
    (bytes) =>
      hash(keys.code, Buffer.concat([number, bytes]));

  return {
    make({ tekst, ...known }) {
      if (!canUse()) return null;
      try {
        const keys = newest();
        const nummer = toNumber(keys, { ...known, inhoud: createHash('sha256').update(tekst).digest('hex') });
        const versie = toVersie(known.tafel);
        const token = seal(keys, { soort: 'pakket', tafel: known.tafel, gemaakt: today(), versie, nummer });
        const address = toAddress(token);
        return address.length > MAX_ADDRESS ? null : address;
      } catch (error) {
        if (error instanceof StorageFailure) return null;
        throw error;
      }
    },
    makeForTable(tafel) {
      const nummer = Buffer.alloc(NUMBER_BYTES);
      return toAddress(seal(newest(), { soort: 'tafel', tafel, gemaakt: today(), versie: '000000', nummer }));
    },
    open(token) {
      const sealed = token.length > MAX_CHARS ? Buffer.alloc(0) : Buffer.from(token, 'base64url');
      // One link has one address: in the last letter there are bits that no byte needs.
      if (sealed.toString('base64url') !== token) return { soort: 'ongeldig' };
      for (const keys of findKeys()) {
        const bytes = unseal(keys, sealed);
        if (!bytes) continue;
        const link = decodeLink(bytes, tafels);
        if (!link) return { soort: 'ongeldig' };
        const { soort, tafel, gemaakt, versie, nummer } = link;
        const tot = addDays(gemaakt, soort === 'tafel' ? TABLE_LINK_DAYS : LINK_DAYS);
        if (today() > tot) return { soort: 'verlopen' };
        if (soort === 'tafel') return { soort, tafel, tot };
        const sleutel = hash(keys.store, nummer).subarray(0, 16).toString('base64url');
        return {
          soort,
          link: { tafel, gemaakt, versie, sleutel },
          isChanged: versie !== toVersie(tafel),
          toCode: (antwoord) => writeCode(antwoord, toSign(keys, nummer)),
        };
      }
      return { soort: 'ongeldig' };
    },
    readCode(code, known) {
      for (const keys of findKeys()) {
        const antwoord = readCode(content, known.tafel, code, toSign(keys, toNumber(keys, known)));
        if (antwoord) return antwoord;
      }
      return null;
    },
  };
}

/** The number in a link: the same for the same package, and to nobody else a sign of which one. */
function toNumber(keys: Keys, { tafel, casuscode, inhoud }: KnownPackage): Buffer {
  return hash(keys.number, Buffer.from(`${tafel}\n${casuscode}\n${inhoud}`)).subarray(0, NUMBER_BYTES);
}

/**
 * Version, IV, ciphertext, tag. The IV is a hash of what is sealed, so that the same package gives the same link, and two
 * that differ never share one.
 */
function seal(keys: Keys, link: LinkContent): string {
  const bytes = encodeLink(link);
  const iv = hash(keys.iv, bytes).subarray(0, IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, iv).setAAD(HEADING);
  const secret = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([HEADING, iv, secret, cipher.getAuthTag()]).toString('base64url');
}

/** What `seal` made with the same keys; null for anything else. */
function unseal(keys: Keys, bytes: Buffer): Buffer | null {
  if (bytes.length < 1 + IV_BYTES + TAG_BYTES || bytes[0] !== VERSION) return null;
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(1, 1 + IV_BYTES))
    .setAAD(HEADING)
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function toKeys(secret: string): Keys {
  const toKey = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `rdm-wegwijzer tafelantwoord ${purpose}`, 32));
  return {
    seal: toKey('zegel'),
    iv: toKey('iv'),
    number: toKey('nummer'),
    store: toKey('sleutel'),
    code: toKey('code'),
  };
}

function hash(key: Buffer, bytes: Buffer): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}
