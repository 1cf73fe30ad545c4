import { z } from 'zod';
import { countCharacters } from '../model/text-length.ts';

/** The longest text of each field, in characters. */
export const CORRECTION_MAX = {
  pagina: 200,
  veld: 200,
  watMoetHetZijn: 2_000,
  email: 254,
  antwoord: 2_000,
} as const;

const pageSchema = z
  .string()
  .max(CORRECTION_MAX.pagina)
  .regex(/^\/(?!\/)[^\s?#\\]*$/);
const emailSchema = z.email().max(CORRECTION_MAX.email);

/** What a visitor sends in: what is wrong on which page. Signs that cannot be seen are taken out. */
export const newCorrectionSchema = z.strictObject({
  /** The path of the page, such as `/overlegtafels/topx`. */
  pagina: pageSchema,
  /** Which part of the page. */
  veld: toTidyText(CORRECTION_MAX.veld),
  watMoetHetZijn: toTidyText(CORRECTION_MAX.watMoetHetZijn),
  /** For an answer; wiped when the report is closed. */
  email: emailSchema.optional(),
});
export type NewCorrection = z.infer<typeof newCorrectionSchema>;

/** A correction report as it is kept. */
export const correctionSchema = z.strictObject({
  id: z.string().regex(/^[1-9]\d*$/),
  /** When it came in. */
  gemaakt: z.iso.datetime(),
  pagina: pageSchema,
  veld: z.string().min(1),
  watMoetHetZijn: z.string().min(1),
  email: emailSchema.optional(),
  status: z.enum(['open', 'beantwoord', 'gesloten']),
  antwoord: z.string().min(1).optional(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** What an operator does with a report. */
export const commandSchema = z.discriminatedUnion('soort', [
  z.strictObject({
    soort: z.literal('antwoord'),
    id: correctionSchema.shape.id,
    antwoord: toTidyText(CORRECTION_MAX.antwoord, {
      empty: 'Geef een antwoord.',
      long: `Maak dit korter: hoogstens ${CORRECTION_MAX.antwoord} tekens.`,
    }),
  }),
  z.strictObject({ soort: z.literal('sluit'), id: correctionSchema.shape.id }),
  /** Takes a closed report away for good. */
  z.strictObject({ soort: z.literal('verwijder'), id: correctionSchema.shape.id }),
]);
export type Command = z.infer<typeof commandSchema>;

/** A text on lines; `said` is what an operator reads, a visitor reads what the form says. */
function toTidyText(max: number, said: { readonly empty?: string; readonly long?: string } = {}) {
  return z
    .string()
    .transform((tekst) =>
      tekst
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/[\p{Cf}\p{Cs}]/gu, '')
        .replaceAll(/[^\P{Cc}\n]/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1, said.empty))
    .superRefine((tekst, { addIssue }) => {
      // `max` of zod would count an emoji twice.
      if (countCharacters(tekst) <= max) return;
      addIssue({
        ...{ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: tekst },
        ...(said.long === undefined ? {} : { message: said.long }),
      });
    });
}

/** The list after what an operator did with one report in it; the same list when that makes no difference. */
export function applyCommand(meldingen: readonly Correction[], command: Command): readonly Correction[] {
  const melding = meldingen.find(({ id }) => id === command.id);
  const after = melding && changeCorrection(melding, command);
  if (after === melding) return meldingen;
  return meldingen.flatMap((other) => (other === melding ? (after ?? []) : other));
}

/**
 * A report after what an operator did with it; null when it is taken away. The very same one when it cannot be: only a
 * closed report goes. Doing it twice gives the same, so a server that stops halfway can do it again.
 */
export function changeCorrection(melding: Correction, command: Command): Correction | null {
  if (command.soort === 'verwijder') return melding.status === 'gesloten' ? null : melding;
  if (command.soort === 'antwoord') {
    return {
      ...melding,
      antwoord: command.antwoord,
      status: melding.status === 'gesloten' ? 'gesloten' : 'beantwoord',
    };
  }
  // A closed report needs no answer any more, so there is no reason left to keep the address.
  const { email: _, ...rest } = melding;
  return { ...rest, status: 'gesloten' };
}

/** Whether there is nothing left to do: a report that is not there was taken away before. */
export function isGoneAlready(meldingen: readonly Correction[], { soort, id }: Command): boolean {
  return soort === 'verwijder' && !meldingen.some((melding) => melding.id === id);
}

/** How long the same report counts as sent again by a second click or a reload, in milliseconds. */
const REPEAT = 24 * 3_600_000;

/**
 * The report that is sent again: an open one that says the same of the same page, from the same address, of the last
 * day. One that was answered or closed was dealt with, so who says it again says something new.
 */
export function findRepeated(
  meldingen: readonly Correction[],
  { pagina, veld, watMoetHetZijn, email }: NewCorrection,
  now: Date,
): Correction | undefined {
  return meldingen.find(
    (melding) =>
      melding.status === 'open' &&
      melding.pagina === pagina &&
      melding.veld === veld &&
      melding.watMoetHetZijn === watMoetHetZijn &&
      melding.email === email &&
      now.getTime() - Date.parse(melding.gemaakt) < REPEAT,
  );
}

/** How many reports may be open: more of them nobody reads, and somebody may be filling the disk. */
export const MAX_OPEN_CORRECTIONS = 500;

/** Keeps the correction reports of visitors. */
export interface Corrections {
  /**
   * Keeps a report, and answers once it is safely on disk; null when too many are open already. One that is sent again is
   * kept once: the answer is the first.
   * @throws StorageFailure when it cannot be kept; nothing else is lost by that.
   */
  report(fresh: NewCorrection): Promise<Correction | null>;
  /**
   * Answers, closes or takes away a report, and answers once that is safely on disk; false when there is no such report,
   * or it is not closed and so cannot be taken away. One that is gone already was taken away.
   * @throws StorageFailure when it cannot be kept.
   */
  process(command: Command): Promise<boolean>;
  /** All reports that are safely on disk, oldest first. @throws StorageFailure when they cannot be read. */
  lijst(): Promise<readonly Correction[]>;
  /** How many there are. @throws StorageFailure when they cannot be counted. */
  count(): Promise<CorrectionCount>;
}

/** How many reports are kept, and how many of them are open. */
interface CorrectionCount {
  readonly totaal: number;
  readonly open: number;
}
