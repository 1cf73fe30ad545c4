/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4). */
const toConstants = (count: number, root: number) =>
  listPrimes(count).map((prime) => Math.floor((prime ** (1 / root) % 1) * 2 ** 32));
const ROUND = toConstants(64, 3);
const BEGIN = toConstants(8, 2);
/** In bytes. */
const BLOCK = 64;

/** The SHA-256 of a text in UTF-8, in hexadecimal. Pure, for where there is no input or output; tested against Node's own. */
export function toSha256(text: string): string {
  const view = pad(new TextEncoder().encode(text));
  const state = Uint32Array.from(BEGIN);
  const words = new Uint32Array(ROUND.length);
  for (let offset = 0; offset < view.byteLength; offset += BLOCK) addBlock(state, words, view, offset);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The bytes, a one, zeros, and how many bits they were, in whole blocks. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

/** Adds one block to the state; `words` is room to work in. */
function addBlock(state: Uint32Array, words: Uint32Array, view: DataView, offset: number): void {
  for (let index = 0; index < words.length; index += 1) {
    const at = (back: number) => words[index - back] ?? 0;
    words[index] =
      index < 16
        ? view.getUint32(offset + index * 4)
        : at(16) +
          (turn(at(15), 7) ^ turn(at(15), 18) ^ (at(15) >>> 3)) +
          at(7) +
          (turn(at(2), 17) ^ turn(at(2), 19) ^ (at(2) >>> 10));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (const [index, word] of words.entries()) {
    const choice = (e & f) ^ (~e & g);
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (ROUND[index] ?? 0) + word;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}

function turn(word: number, places: number): number {
  return (word >>> places) | (word << (32 - places));
}

function listPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes;
}
