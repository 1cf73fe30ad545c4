import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { addDays, countDays, toDutchDate } from '../domain/calendar.ts';
import { memoize } from '../domain/memoize.ts';
import type { Content } from '../domain/model/content.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import {
  ANSWER_PATH,
  type AnswerLinks,
  type KnownPackage,
  LINK_DAYS,
  MAX_ADDRESS,
  TABLE_LINK_DAYS,
  UNKNOWN_VERSION,
} from '../domain/table-answers/answer-link.ts';
import { readCode, type Sign, writeCode } from './answer-code.ts';
import {
  decodeLink,
  encodeLink,
  type LinkContent,
  MAX_RENEWALS,
  toContentMark,
} from './answer-link-codec.ts';

/**
 * Goes up when links of before can no longer be read. Sealed along, and not in the link itself: a letter less in the
 * address is a letter more for the host. Links of before that had it as their first byte are opened too.
 */
const VERSION = Buffer.of(1);
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
  const toAddress = (token: string) => `${baseUrl}${ANSWER_PATH}/${token}`;
  const toSign =
    (keys: Keys, number: Buffer): Sign =>
    (bytes) =>
      hash(keys.code, Buffer.concat([number, bytes]));

  /** The address of a package; null where there is none, or where a QR code could not hold it. */
  function makeFor(known: KnownPackage, link: Pick<LinkContent, 'gemaakt' | 'versie' | 'verlengd'>) {
    if (!canUse()) return null;
    try {
      const keys = newest();
      const content = {
        ...link,
        soort: 'pakket' as const,
        tafel: known.tafel,
        nummer: toNumber(keys, known),
      };
      const address = toAddress(seal(keys, content));
      return address.length > MAX_ADDRESS ? null : address;
    } catch (error) {
      if (error instanceof StorageFailure) return null;
      throw error;
    }
  }

  return {
    canMake: canUse,
    toVersie,
    make({ tekst, ...known }) {
      const inhoud = createHash('sha256').update(tekst).digest('hex');
      return makeFor({ ...known, inhoud }, { gemaakt: today(), versie: toVersie(known.tafel), verlengd: 0 });
    },
    renew({ datum, versie = UNKNOWN_VERSION, ...known }) {
      // A clock elsewhere may be ahead.
      const age = Math.max(0, countDays(datum, today()));
      const gemaakt = addDays(today(), -age);
      const verlengd = Math.ceil(age / LINK_DAYS);
      if (verlengd > MAX_RENEWALS) return null;
      const adres = makeFor(known, { gemaakt, versie, verlengd });
      return adres === null ? null : { adres, tot: toLastDay({ soort: 'pakket', gemaakt, verlengd }) };
    },
    makeForTable(tafel) {
      const nummer = Buffer.alloc(NUMBER_BYTES);
      const versie = UNKNOWN_VERSION;
      return toAddress(
        seal(newest(), { soort: 'tafel', tafel, gemaakt: today(), versie, nummer, verlengd: 0 }),
      );
    },
    open(token) {
      const sealed = token.length > MAX_CHARS ? Buffer.alloc(0) : Buffer.from(token, 'base64url');
      // One link has one address: in the last letter there are bits that no byte needs.
      if (sealed.toString('base64url') !== token) return { soort: 'ongeldig' };
      const hasVersion = sealed.subarray(0, VERSION.length).equals(VERSION);
      for (const keys of findKeys()) {
        const bytes =
          unseal(keys, sealed) ?? (hasVersion ? unseal(keys, sealed.subarray(VERSION.length)) : null);
        if (!bytes) continue;
        const link = decodeLink(bytes, tafels);
        if (!link) return { soort: 'ongeldig' };
        const { soort, tafel, gemaakt, versie, nummer } = link;
        const tot = toLastDay(link);
        if (today() > tot) return { soort: 'verlopen' };
        if (soort === 'tafel') return { soort, tafel, tot };
        const sleutel = hash(keys.store, nummer).subarray(0, 16).toString('base64url');
        return {
          soort,
          link: { tafel, gemaakt, versie, sleutel },
          isChanged: versie !== UNKNOWN_VERSION && versie !== toVersie(tafel),
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

/** The last day on which a link works. */
function toLastDay({
  soort,
  gemaakt,
  verlengd,
}: Pick<LinkContent, 'soort' | 'gemaakt' | 'verlengd'>): string {
  return addDays(gemaakt, soort === 'tafel' ? TABLE_LINK_DAYS : LINK_DAYS * (1 + verlengd));
}

/** The number in a link: the same for the same package, and to nobody else a sign of which one. */
function toNumber(keys: Keys, { tafel, casuscode, inhoud }: KnownPackage): Buffer {
  return hash(keys.number, Buffer.from(`${tafel}\n${casuscode}\n${inhoud}`)).subarray(0, NUMBER_BYTES);
}

/**
 * IV, ciphertext, tag. The IV is a hash of what is sealed, so that the same package gives the same link, and two
 * that differ never share one.
 */
function seal(keys: Keys, link: LinkContent): string {
  const bytes = encodeLink(link);
  const iv = hash(keys.iv, bytes).subarray(0, IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, iv).setAAD(VERSION);
  const secret = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, secret, cipher.getAuthTag()]).toString('base64url');
}

/** What `seal` made with the same keys; null for anything else. */
function unseal(keys: Keys, bytes: Buffer): Buffer | null {
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(0, IV_BYTES))
    .setAAD(VERSION)
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
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
