import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Vraag } from '../domain/model/vraag.ts';

/** Turns answers into few bytes and back: per answer the number of the question and of the chosen options. */
export interface StandCodec {
  encode(antwoorden: Antwoorden): Buffer;
  /** @throws RangeError on bytes that `encode` cannot have made with these questions. */
  decode(bytes: Buffer): Antwoorden;
}

/** Makes the codec for the questions in this order; other questions need another codec. */
export function createStandCodec(vragen: readonly Vraag[]): StandCodec {
  if (vragen.length > 256 || vragen.some(({ opties }) => opties.length > 256)) {
    throw new RangeError('De stand kan hoogstens 256 vragen met elk 256 keuzes bevatten.');
  }
  return {
    encode(antwoorden) {
      const bytes: number[] = [];
      for (const [nummer, vraag] of vragen.entries()) {
        const antwoord = antwoorden[vraag.feit];
        if (antwoord !== undefined) bytes.push(nummer, ...encodeAntwoord(vraag, antwoord));
      }
      return Buffer.from(bytes);
    },
    decode(bytes) {
      const antwoorden: Record<string, Antwoord> = {};
      for (let plaats = 0; plaats < bytes.length; ) {
        const vraag = vragen[bytes.readUInt8(plaats)];
        if (!vraag) throw new RangeError('De stand noemt een vraag die er niet is.');
        const lengte = countBytes(vraag);
        antwoorden[vraag.feit] = decodeAntwoord(vraag, bytes.subarray(plaats + 1, plaats + 1 + lengte));
        plaats += 1 + lengte;
      }
      return antwoorden;
    },
  };
}

/** A keuze takes one byte; a meerkeuze one bit per option. */
function countBytes({ type, opties }: Vraag): number {
  return type === 'meerkeuze' ? Math.ceil(opties.length / 8) : 1;
}

function encodeAntwoord(vraag: Vraag, antwoord: Antwoord): number[] {
  const index = (id: string) => vraag.opties.findIndex((optie) => optie.id === id);
  if (typeof antwoord === 'string') return [index(antwoord)];
  const bytes = new Array<number>(countBytes(vraag)).fill(0);
  for (const nummer of antwoord.map(index))
    bytes[nummer >> 3] = (bytes[nummer >> 3] ?? 0) | (1 << (nummer & 7));
  return bytes;
}

function decodeAntwoord({ type, opties }: Vraag, bytes: Buffer): Antwoord {
  if (type === 'meerkeuze') {
    return opties
      .filter((_, nummer) => (bytes.readUInt8(nummer >> 3) >> (nummer & 7)) & 1)
      .map(({ id }) => id);
  }
  const optie = opties[bytes.readUInt8(0)];
  if (!optie) throw new RangeError('De stand noemt een keuze die er niet is.');
  return optie.id;
}
