import { createHash } from 'node:crypto';
import { addDays } from '../domain/calendar.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';

/** What is sealed in a link. */
export interface LinkContent {
  /** Of a package, or of a table that tells whether it has room. */
  readonly soort: 'pakket' | 'tafel';
  readonly tafel: string;
  /** YYYY-MM-DD. */
  readonly gemaakt: string;
  /** Six hexadecimal digits. */
  readonly versie: string;
  readonly nummer: Buffer;
  /** How many times 30 days it works longer than one that was just made; of a package only. */
  readonly verlengd: number;
}

const SOORTEN = ['pakket', 'tafel'] as const;
/** The first byte holds the kind in its lowest bit, and above it how much longer the link works. A year is long enough. */
export const MAX_RENEWALS = 12;
/** A day is a number since this one, in two bytes. */
const FIRST_DAY = '2020-01-01';
const DAY = 24 * 60 * 60 * 1000;
const MARK_BYTES = 3;
const DAY_BYTES = 2;
const NUMBER_BYTES = 8;
const BYTES = 1 + MARK_BYTES + DAY_BYTES + MARK_BYTES + NUMBER_BYTES;

/** The bytes of a link: kind and renewals, table, day, version, number. */
export function encodeLink({ soort, tafel, gemaakt, versie, nummer, verlengd }: LinkContent): Buffer {
  const day = Buffer.alloc(DAY_BYTES);
  day.writeUInt16BE(Math.max(0, (Date.parse(gemaakt) - Date.parse(FIRST_DAY)) / DAY));
  return Buffer.concat([
    Buffer.of(SOORTEN.indexOf(soort) + 2 * verlengd),
    toMark(tafel),
    day,
    Buffer.from(versie, 'hex'),
    nummer,
  ]);
}

/** What those bytes say; null for a table that is not there any more, and for bytes of another form. */
export function decodeLink(bytes: Buffer, tafels: readonly Overlegtafel[]): LinkContent | null {
  if (bytes.length !== BYTES) return null;
  const kind = bytes.readUInt8(0);
  const soort = SOORTEN[kind % 2];
  const mark = bytes.subarray(1, 1 + MARK_BYTES);
  const tafel = tafels.find(({ id }) => toMark(id).equals(mark));
  if (!soort || !tafel) return null;
  const from = 1 + MARK_BYTES + DAY_BYTES;
  return {
    soort,
    tafel: tafel.id,
    gemaakt: addDays(FIRST_DAY, bytes.readUInt16BE(1 + MARK_BYTES)),
    versie: bytes.subarray(from, from + MARK_BYTES).toString('hex'),
    nummer: bytes.subarray(from + MARK_BYTES),
    verlengd: Math.floor(kind / 2),
  };
}

/** The version of the rules of a table: another one as soon as a criterion changes. */
export function toContentMark(tafel: Overlegtafel | undefined): string {
  return toMark(JSON.stringify(tafel?.regels ?? null)).toString('hex');
}

function toMark(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, MARK_BYTES);
}
