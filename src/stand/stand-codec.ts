import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Vraag } from '../domain/model/vraag.ts';

/** Turns answers into few bytes and back: per answer the number of the question and of the chosen options. */
export interface StandCodec {
  /** The bytes of these answers, after so many bytes that are left free. */
  encode(antwoorden: Antwoorden, vrij?: number): Buffer;
  /** @throws RangeError on bytes that `encode` cannot have made with these questions. */
  decode(bytes: Buffer): Antwoorden;
}

/** How the answer to one question is written: always in as many bytes. */
interface Veld {
  readonly feit: string;
  readonly bytes: number;
  write(bytes: Buffer, plaats: number, antwoord: Antwoord): void;
  /** @throws RangeError on an option that is not there. */
  read(bytes: Buffer, plaats: number): Antwoord;
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
  const velden = vragen.map((vraag) => (vraag.type === 'meerkeuze' ? toMeerkeuze(vraag) : toKeuze(vraag)));
  const breedte = toBreedte(vragen.length);
  return {
    encode(antwoorden, vrij = 0) {
      const nummers: number[] = [];
      let lengte = vrij;
      for (const feit in antwoorden) {
        const nummer = nummerVan.get(feit);
        const veld = nummer !== undefined && antwoorden[feit] !== undefined && velden[nummer];
        if (!veld) continue;
        nummers.push(nummer);
        lengte += breedte + veld.bytes;
      }
      const bytes = Buffer.alloc(lengte);
      let plaats = vrij;
      // In asking order, so that the same answers are always the same bytes.
      for (const nummer of nummers.sort((a, b) => a - b)) {
        const veld = velden[nummer] as Veld;
        writeNummer(bytes, plaats, nummer, breedte);
        veld.write(bytes, plaats + breedte, antwoorden[veld.feit] as Antwoord);
        plaats += breedte + veld.bytes;
      }
      return bytes;
    },
    decode(bytes) {
      const antwoorden: Record<string, Antwoord> = {};
      for (let plaats = 0; plaats < bytes.length; ) {
        const veld = velden[bytes.readUIntBE(plaats, breedte)];
        if (!veld) throw new RangeError('De stand noemt een vraag die er niet is.');
        antwoorden[veld.feit] = veld.read(bytes, plaats + breedte);
        plaats += breedte + veld.bytes;
      }
      return antwoorden;
    },
  };
}

/** How many bytes a number takes when there are so many: one, as long as they fit. */
function toBreedte(aantal: number): number {
  return aantal > 256 ? 2 : 1;
}

/** Writes a number in one or two bytes; an option that is not there becomes the highest, which reading refuses unless it is one. */
function writeNummer(bytes: Buffer, plaats: number, nummer: number, breedte: number): void {
  if (breedte === 1) bytes[plaats] = nummer;
  else bytes.writeInt16BE((nummer << 16) >> 16, plaats);
}

/** The number of the option. */
function toKeuze({ feit, opties }: Vraag): Veld {
  const bytes = toBreedte(opties.length);
  return {
    feit,
    bytes,
    write: (naar, plaats, antwoord) =>
      writeNummer(
        naar,
        plaats,
        opties.findIndex(({ id }) => id === antwoord),
        bytes,
      ),
    read: (uit, plaats) => {
      const optie = opties[uit.readUIntBE(plaats, bytes)];
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
    write: (naar, plaats, antwoord) => {
      for (const [nummer, { id }] of opties.entries()) {
        const byte = plaats + (nummer >> 3);
        if (antwoord.includes(id)) naar[byte] = (naar[byte] ?? 0) | (1 << (nummer & 7));
      }
    },
    read: (uit, plaats) => {
      const gekozen: string[] = [];
      for (const [nummer, { id }] of opties.entries())
        if ((uit.readUInt8(plaats + (nummer >> 3)) >> (nummer & 7)) & 1) gekozen.push(id);
      return gekozen;
    },
  };
}
