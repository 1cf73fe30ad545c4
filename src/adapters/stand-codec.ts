import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Vraag } from '../domain/model/vraag.ts';

/** Turns answers into few bytes and back: per answer the number of the question and of the chosen options. */
export interface StandCodec {
  encode(antwoorden: Antwoorden): Buffer;
  /** @throws RangeError on bytes that `encode` cannot have made with these questions. */
  decode(bytes: Buffer): Antwoorden;
}

/** So many numbers fit in two bytes. */
const MAX_NUMMERS = 65_536;

/** Makes the codec for the questions in this order; other questions need another codec. */
export function createStandCodec(vragen: readonly Vraag[]): StandCodec {
  if (vragen.length > MAX_NUMMERS || vragen.some(({ opties }) => opties.length > MAX_NUMMERS)) {
    throw new RangeError(
      `De stand kan hoogstens ${MAX_NUMMERS} vragen met elk ${MAX_NUMMERS} keuzes bevatten.`,
    );
  }
  const nummerVan = new Map(vragen.map(({ feit }, nummer) => [feit, nummer]));
  const breedte = toBreedte(vragen.length);
  return {
    encode(antwoorden) {
      const bytes: number[] = [];
      // In asking order, so that the same answers are always the same bytes.
      const nummers = Object.keys(antwoorden).flatMap((feit) => nummerVan.get(feit) ?? []);
      for (const nummer of nummers.sort((a, b) => a - b)) {
        const vraag = vragen[nummer];
        const antwoord = vraag && antwoorden[vraag.feit];
        if (vraag && antwoord !== undefined)
          bytes.push(...toBytes(nummer, breedte), ...encodeAntwoord(vraag, antwoord));
      }
      return Buffer.from(bytes);
    },
    decode(bytes) {
      const antwoorden: Record<string, Antwoord> = {};
      for (let plaats = 0; plaats < bytes.length; ) {
        const vraag = vragen[bytes.readUIntBE(plaats, breedte)];
        if (!vraag) throw new RangeError('De stand noemt een vraag die er niet is.');
        const begin = plaats + breedte;
        plaats = begin + countBytes(vraag);
        antwoorden[vraag.feit] = decodeAntwoord(vraag, bytes.subarray(begin, plaats));
      }
      return antwoorden;
    },
  };
}

/** How many bytes a number takes when there are so many: one, as long as they fit. */
function toBreedte(aantal: number): number {
  return aantal > 256 ? 2 : 1;
}

function toBytes(nummer: number, breedte: number): number[] {
  return breedte === 1 ? [nummer] : [nummer >> 8, nummer & 0xff];
}

/** A keuze takes a number; a meerkeuze one bit per option. */
function countBytes({ type, opties }: Vraag): number {
  return type === 'meerkeuze' ? Math.ceil(opties.length / 8) : toBreedte(opties.length);
}

function encodeAntwoord(vraag: Vraag, antwoord: Antwoord): number[] {
  const index = (id: string) => vraag.opties.findIndex((optie) => optie.id === id);
  if (typeof antwoord === 'string') return toBytes(index(antwoord), toBreedte(vraag.opties.length));
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
  const optie = opties[bytes.readUIntBE(0, toBreedte(opties.length))];
  if (!optie) throw new RangeError('De stand noemt een keuze die er niet is.');
  return optie.id;
}
