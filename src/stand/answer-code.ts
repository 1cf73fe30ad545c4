import { createHash } from 'node:crypto';
import { addDays } from '../domain/calendar.ts';
import type { Content } from '../domain/model/content.ts';
import { DELEN, KEUZES, listWaarom, type TafelAntwoord } from '../domain/table-answers/choices.ts';

/** Without the letters that look like a digit or like each other (Crockford). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five bits each: 20 for what is answered, 30 to check it with. */
const CHARS = 10;
const CHECK_BITS = 30n;
const DETAIL_BITS = 17;
/** A date is a number of days since this one: enough for 300 years. */
const FIRST_DAY = '2020-01-01';
const DAY = 24 * 60 * 60 * 1000;
const MARK_BITS = 16;

/** Gives the first bits of a hash that only this server can make, of bytes. */
export type Sign = (bytes: Buffer) => Buffer;

/** The code of an answer, such as `7K2MQ-94TXR`; `sign` knows of which package it is. */
export function writeCode(antwoord: TafelAntwoord, sign: Sign): string {
  const said = KEUZES.indexOf(antwoord.keuze) * 2 ** DETAIL_BITS + toDetail(antwoord);
  const whole = (BigInt(said) << CHECK_BITS) | toCheck(said, sign);
  const chars = Array.from({ length: CHARS }, (_, index) =>
    ALPHABET.charAt(Number((whole >> BigInt(5 * (CHARS - 1 - index))) & 31n)),
  ).join('');
  return `${chars.slice(0, CHARS / 2)}-${chars.slice(CHARS / 2)}`;
}

/** What a code says; null when it is mistyped, or of another package. Spaces, hyphens and small letters do not matter. */
export function readCode(
  content: Pick<Content, 'tafels'>,
  tafelId: string,
  code: string,
  sign: Sign,
): TafelAntwoord | null {
  const chars = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (chars.length !== CHARS) return null;
  let whole = 0n;
  for (const char of chars) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) return null;
    whole = (whole << 5n) | BigInt(value);
  }
  const said = Number(whole >> CHECK_BITS);
  if ((whole & ((1n << CHECK_BITS) - 1n)) !== toCheck(said, sign)) return null;
  return toAnswer(content, tafelId, said);
}

function toCheck(said: number, sign: Sign): bigint {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(said);
  return BigInt(sign(bytes).readUInt32BE(0)) >> (32n - CHECK_BITS);
}

function toDetail(antwoord: TafelAntwoord): number {
  switch (antwoord.keuze) {
    case 'opAgenda':
      return (Date.parse(antwoord.datum) - Date.parse(FIRST_DAY)) / DAY;
    case 'nietOpgepakt':
      return toMark(antwoord.waarom);
    case 'doorverwezen':
      return toMark(antwoord.naar);
    case 'meerNodig':
      return antwoord.delen.reduce((sum, deel) => sum + 2 ** DELEN.indexOf(deel), 0);
    default:
      return 0;
  }
}

/** The answer again; null where the content no longer has what it names. */
function toAnswer({ tafels }: Pick<Content, 'tafels'>, tafelId: string, said: number): TafelAntwoord | null {
  const keuze = KEUZES[Math.floor(said / 2 ** DETAIL_BITS)];
  const detail = said % 2 ** DETAIL_BITS;
  switch (keuze) {
    case undefined:
      return null;
    case 'opAgenda':
      return { keuze, datum: addDays(FIRST_DAY, detail) };
    case 'nietOpgepakt': {
      const tafel = tafels.find(({ id }) => id === tafelId);
      const waarom = tafel && listWaarom(tafel).find((one) => toMark(one) === detail);
      return waarom ? { keuze, waarom } : null;
    }
    case 'doorverwezen': {
      const naar = tafels.find(({ id }) => toMark(id) === detail);
      return naar ? { keuze, naar: naar.id } : null;
    }
    case 'meerNodig': {
      const delen = DELEN.filter((_, index) => Math.floor(detail / 2 ** index) % 2 === 1);
      return delen.length > 0 ? { keuze, delen } : null;
    }
    default:
      return { keuze };
  }
}

/** A number for a name, the same in every version of the content. */
function toMark(name: string): number {
  return createHash('sha256')
    .update(name)
    .digest()
    .readUIntBE(0, MARK_BITS / 8);
}
