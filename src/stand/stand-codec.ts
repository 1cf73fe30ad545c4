import { createHash } from 'node:crypto';
import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Vraag } from '../domain/model/vraag.ts';

/** Turns answers into few bytes and back, by the ids of questions and options: other content reads what it still knows. */
export interface StandCodec {
  /** The bytes of these answers, after so many bytes that are left free. What no question knows is read as gone. */
  encode(antwoorden: Antwoorden, free?: number): Buffer;
  /** The answers of which question and options are still there; `isWhole` tells whether those are all. */
  decode(bytes: Buffer): { readonly antwoorden: Antwoorden; readonly isWhole: boolean };
}

/** With so many, two of some hundreds of marks are the same once in five hundred contents, and that stops the start. */
const MARK_BYTES = 3;

/** Something that an answer can say: an option was chosen, or so many options of one question were. */
interface Mark {
  readonly vraag: Vraag;
  readonly says: { readonly optie: string } | { readonly count: number };
}

/**
 * Makes the codec for these questions. Each chosen option is a mark: a hash of the ids of question and option. A question
 * with more than one answer has a mark for their number too, so that one whose options are not all there is asked again.
 * @throws Error when two marks are the same.
 */
export function createStandCodec(vragen: readonly Vraag[]): StandCodec {
  const marks = new Map<number, Mark>();
  const numberOf = new Map<string, number>();
  for (const mark of vragen.flatMap(listMarks)) {
    const text = toText(mark);
    const number = toNumber(text);
    const other = marks.get(number);
    if (other) {
      throw new Error(
        `In de stand zijn "${text}" en "${toText(other)}" niet te onderscheiden. Geef een van beide een andere id.`,
      );
    }
    marks.set(number, mark);
    numberOf.set(text, number);
  }
  return {
    encode(antwoorden, free = 0) {
      // In the order of the questions, so that the same answers are always the same bytes.
      const numbers = vragen.flatMap((vraag) => {
        const antwoord = antwoorden[vraag.feit];
        return antwoord === undefined ? [] : listSaid(vraag, antwoord).map((says) => toText({ vraag, says }));
      });
      const bytes = Buffer.alloc(free + numbers.length * MARK_BYTES);
      for (const [index, text] of numbers.entries())
        bytes.writeUIntBE(numberOf.get(text) ?? toNumber(text), free + index * MARK_BYTES, MARK_BYTES);
      return bytes;
    },
    decode(bytes) {
      const said = new Map<Vraag, Mark['says'][]>();
      let isWhole = bytes.length % MARK_BYTES === 0;
      for (let place = 0; place + MARK_BYTES <= bytes.length; place += MARK_BYTES) {
        const mark = marks.get(bytes.readUIntBE(place, MARK_BYTES));
        if (mark) said.set(mark.vraag, [...(said.get(mark.vraag) ?? []), mark.says]);
        else isWhole = false;
      }
      const antwoorden: Record<string, Antwoord> = {};
      for (const [vraag, all] of said) {
        const antwoord = toAntwoord(vraag, all);
        if (antwoord === null) isWhole = false;
        else antwoorden[vraag.feit] = antwoord;
      }
      return { antwoorden, isWhole };
    },
  };
}

function listMarks(vraag: Vraag): Mark[] {
  const options = vraag.opties.map(({ id }): Mark => ({ vraag, says: { optie: id } }));
  if (vraag.type !== 'meerkeuze') return options;
  const counts = Array.from({ length: options.length + 1 }, (_, count): Mark => ({ vraag, says: { count } }));
  return [...options, ...counts];
}

/** What an answer says: the option, or their number and each of them in the order of the question. */
function listSaid(vraag: Vraag, antwoord: Antwoord): Mark['says'][] {
  if (typeof antwoord === 'string') return [{ optie: antwoord }];
  const chosen = vraag.opties.filter(({ id }) => antwoord.includes(id));
  return [{ count: chosen.length }, ...chosen.map(({ id }) => ({ optie: id }))];
}

/** The answer again; null when part of it is no longer there. */
function toAntwoord(vraag: Vraag, said: readonly Mark['says'][]): Antwoord | null {
  const chosen = new Set(said.flatMap((says) => ('optie' in says ? [says.optie] : [])));
  if (vraag.type !== 'meerkeuze') return chosen.size === 1 ? ([...chosen][0] ?? null) : null;
  const isAll = said.some((says) => 'count' in says && says.count === chosen.size);
  return isAll ? vraag.opties.flatMap(({ id }) => (chosen.has(id) ? [id] : [])) : null;
}

/** A question of another type is another question. */
function toText({ vraag: { feit, type }, says }: Mark): string {
  return 'optie' in says ? `${type} ${feit} = ${says.optie}` : `${type} ${feit} # ${says.count}`;
}

function toNumber(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, MARK_BYTES);
}
