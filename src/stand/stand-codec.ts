import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Vraag } from '../domain/model/vraag.ts';

/** Turns answers into few bytes and back: per answer the number of the question and of the chosen options. */
export interface StandCodec {
  /** The bytes of these answers, after so many bytes that are left free. */
  encode(antwoorden: Antwoorden, free?: number): Buffer;
  /** @throws RangeError on bytes that `encode` cannot have made with these questions. */
  decode(bytes: Buffer): Antwoorden;
}

/** How the answer to one question is written: always in as many bytes. */
interface Veld {
  readonly feit: string;
  readonly bytes: number;
  write(bytes: Buffer, place: number, antwoord: Antwoord): void;
  /** @throws RangeError on an option that is not there. */
  read(bytes: Buffer, place: number): Antwoord;
}

/** So many numbers fit in two bytes. */
const MAX_NUMBERS = 65_536;

/** Makes the codec for the questions in this order; other questions need another codec. */
export function createStandCodec(vragen: readonly Vraag[]): StandCodec {
  if (vragen.length > MAX_NUMBERS || vragen.some(({ opties }) => opties.length > MAX_NUMBERS)) {
    throw new RangeError(
      `De stand kan hoogstens ${MAX_NUMBERS} vragen met elk ${MAX_NUMBERS} keuzes bevatten.`,
    );
  }
  const numberOf = new Map(vragen.map(({ feit }, nummer) => [feit, nummer]));
  const velden = vragen.map((vraag) => (vraag.type === 'meerkeuze' ? toMeerkeuze(vraag) : toChoice(vraag)));
  const width = toWidth(vragen.length);
  return {
    encode(antwoorden, free = 0) {
      const numbers: number[] = [];
      let length = free;
      for (const feit in antwoorden) {
        const nummer = numberOf.get(feit);
        const veld = nummer !== undefined && antwoorden[feit] !== undefined && velden[nummer];
        if (!veld) continue;
        numbers.push(nummer);
        length += width + veld.bytes;
      }
      const bytes = Buffer.alloc(length);
      let place = free;
      // In asking order, so that the same answers are always the same bytes.
      for (const nummer of numbers.sort((a, b) => a - b)) {
        const veld = velden[nummer] as Veld;
        writeNumber(bytes, place, nummer, width);
        veld.write(bytes, place + width, antwoorden[veld.feit] as Antwoord);
        place += width + veld.bytes;
      }
      return bytes;
    },
    decode(bytes) {
      const antwoorden: Record<string, Antwoord> = {};
      for (let place = 0; place < bytes.length; ) {
        const veld = velden[bytes.readUIntBE(place, width)];
        if (!veld) throw new RangeError('De stand noemt een vraag die er niet is.');
        antwoorden[veld.feit] = veld.read(bytes, place + width);
        place += width + veld.bytes;
      }
      return antwoorden;
    },
  };
}

/** How many bytes a number takes when there are so many: one, as long as they fit. */
function toWidth(count: number): number {
  return count > 256 ? 2 : 1;
}

/** Writes a number in one or two bytes; an option that is not there becomes the highest, which reading refuses unless it is one. */
function writeNumber(bytes: Buffer, place: number, nummer: number, width: number): void {
  if (width === 1) bytes[place] = nummer;
  else bytes.writeInt16BE((nummer << 16) >> 16, place);
}

/** The number of the option. */
function toChoice({ feit, opties }: Vraag): Veld {
  const bytes = toWidth(opties.length);
  return {
    feit,
    bytes,
    write: (to, place, antwoord) =>
      writeNumber(
        to,
        place,
        opties.findIndex(({ id }) => id === antwoord),
        bytes,
      ),
    read: (uit, place) => {
      const optie = opties[uit.readUIntBE(place, bytes)];
      if (!optie) throw new RangeError('De stand noemt een keuze die er niet is.');
      return optie.id;
    },
  };
}

/** One bit per option. */
function toMeerkeuze({ feit, opties }: Vraag): Veld {
  return {
    feit,
    bytes: Math.ceil(opties.length / 8),
    write: (to, place, antwoord) => {
      for (const [nummer, { id }] of opties.entries()) {
        const byte = place + (nummer >> 3);
        if (antwoord.includes(id)) to[byte] = (to[byte] ?? 0) | (1 << (nummer & 7));
      }
    },
    read: (uit, place) => {
      const chosen: string[] = [];
      for (const [nummer, { id }] of opties.entries())
        if ((uit.readUInt8(place + (nummer >> 3)) >> (nummer & 7)) & 1) chosen.push(id);
      return chosen;
    },
  };
}
