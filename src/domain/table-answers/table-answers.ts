import { z } from 'zod';
import { addDays, countDays } from '../calendar.ts';
import { dateSchema, idSchema } from '../model/basis.ts';
import { toIsoWeek } from '../statistics/counts.ts';
import type { AnswerLink } from './answer-link.ts';
import { KEUZES, type TafelAntwoord } from './choices.ts';
import type { Room, Rooms } from './room.ts';

/** How long an answer is kept by itself, in days; after that it only counts. */
export const KEEP_DAYS = 365;
/** More than a region gives in years. What comes beyond is refused: it would make every write slow. */
export const MAX_ANSWERS = 5_000;

const weekSchema = z.string().regex(/^\d{4}-W\d{2}$/);
const counted = {
  tafel: idSchema,
  versie: z.string().regex(/^[0-9a-f]{6}$/),
  keuze: z.enum(KEUZES),
  /** Of `nietOpgepakt`: the criterion or the reason. */
  waarom: z.string().max(120).optional(),
};

/** What is kept of an answer: nothing that was typed, and nothing of the case. */
export const storedAnswerSchema = z.strictObject({
  ...counted,
  /** The key of its link. */
  sleutel: z.string().regex(/^[\w-]{22}$/),
  /** The ISO week in which the package was made. */
  week: weekSchema,
  /** The day of the last answer. */
  dag: dateSchema,
  /** The number of days from the package to the first answer. */
  dagen: z.number().int().nonnegative(),
});
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

/** Answers of longer ago, added up; `week` is that of the answer. */
export const oldCountSchema = z.strictObject({
  ...counted,
  week: weekSchema,
  aantal: z.number().int().positive(),
});
export type OldCount = z.infer<typeof oldCountSchema>;

/** Answers that are the same to a reader of the counts; without days where they are of longer ago. */
export interface CountedAnswer extends OldCount {
  readonly dagen?: number;
}

/** Answers as they are counted, with those of longer ago: by the week in which they were given last. */
export function toCounted({
  antwoorden,
  tellingen,
}: Pick<KeptAnswers, 'antwoorden' | 'tellingen'>): CountedAnswer[] {
  const singles = antwoorden.map(({ tafel, versie, keuze, waarom, dag, dagen }) => ({
    ...{ week: toWeek(dag), tafel, versie, keuze, aantal: 1, dagen },
    ...(waarom === undefined ? {} : { waarom }),
  }));
  return [...singles, ...tellingen];
}

/** All that is kept of tables, to move it to another storage. */
export interface KeptAnswers {
  readonly antwoorden: readonly StoredAnswer[];
  /** In the order of `sortCounts`. */
  readonly tellingen: readonly OldCount[];
  readonly ruimte: Rooms;
}

/** Counts in one fixed order. */
export function sortCounts(counts: readonly OldCount[]): OldCount[] {
  return counts.toSorted((a, b) => (toCountKey(a) < toCountKey(b) ? -1 : 1));
}

/** Keeps what tables answered. All but the lists throw StorageFailure when there is no storage; lists are empty then. */
export interface TableAnswers {
  /** Keeps the answer to a link, in the place of an earlier one; false when there is no room for more links. */
  put(link: AnswerLink, antwoord: TafelAntwoord, today: string): Promise<boolean>;
  /** The answer that was given to the link with this key. */
  find(sleutel: string): Promise<StoredAnswer | null>;
  /** All that are kept by themselves. */
  lijst(): Promise<readonly StoredAnswer[]>;
  /** All that was ever answered, as it is counted: no key of a link is in it. Numbers are exact. */
  counted(): Promise<readonly CountedAnswer[]>;
  /** Keeps what a table tells of its room, in the place of what it told before. */
  putRoom(tafel: string, room: Room): Promise<void>;
  /** What each table told last, however long ago. */
  rooms(): Promise<Rooms>;
}

/** An answer as it is kept, after the one that was given to the same link before. */
export function toStored(
  { tafel, gemaakt, versie, sleutel }: AnswerLink,
  antwoord: TafelAntwoord,
  today: string,
  earlier: StoredAnswer | undefined,
): StoredAnswer {
  return {
    sleutel,
    tafel,
    versie,
    week: toWeek(gemaakt),
    keuze: antwoord.keuze,
    ...(antwoord.keuze === 'nietOpgepakt' ? { waarom: antwoord.waarom } : {}),
    dag: today,
    dagen: earlier?.dagen ?? Math.max(0, countDays(gemaakt, today)),
  };
}

/** What is kept of answers at a day: those of more than a year ago are added to the counts. */
export function foldOld(
  answers: readonly StoredAnswer[],
  counts: readonly OldCount[],
  today: string,
): { readonly answers: readonly StoredAnswer[]; readonly counts: readonly OldCount[] } {
  const last = addDays(today, -KEEP_DAYS);
  const old = answers.filter(({ dag }) => dag < last);
  if (old.length === 0) return { answers, counts };
  const sums = new Map(counts.map((count) => [toCountKey(count), count]));
  for (const { tafel, versie, keuze, waarom, dag } of old) {
    const fresh = { tafel, versie, keuze, ...(waarom ? { waarom } : {}), week: toWeek(dag) };
    const key = toCountKey(fresh);
    sums.set(key, { ...fresh, aantal: (sums.get(key)?.aantal ?? 0) + 1 });
  }
  return { answers: answers.filter(({ dag }) => dag >= last), counts: [...sums.values()] };
}

/** The ISO week of a day (YYYY-MM-DD). */
export function toWeek(day: string): string {
  return toIsoWeek(new Date(`${day}T12:00:00Z`));
}

function toCountKey({ week, tafel, versie, keuze, waarom }: Omit<OldCount, 'aantal'>): string {
  return [week, tafel, versie, keuze, waarom ?? ''].join(' ');
}
