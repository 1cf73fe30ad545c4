import { z } from 'zod';

/** The content files as JSON by path, such as `tables/contacten.json`. */
export const filesSchema = z.record(z.string(), z.unknown());
export type Files = Readonly<Record<string, unknown>>;

/** A version of all content; the id of its record is its number, 6 digits. Never changes. The highest number is live. */
export const versieSchema = z.strictObject({
  nummer: z.number().int().positive(),
  op: z.iso.datetime(),
  /** The ids of who changed it; empty for what came with the program. */
  gemaaktDoor: z.array(z.string()),
  /** Who approved and published it. */
  uitgegevenDoor: z.string(),
  titel: z.string(),
  /** Asked where cases change. */
  reden: z.string().nullable(),
  /** The version that was live before it; 0: that of the program. */
  vorige: z.number().int().nonnegative(),
  /** The older version that it brings back. */
  terugNaar: z.number().int().nonnegative().optional(),
  /** The draft that it was. */
  concept: z.string().nullable(),
  /** A hash of the files of the program that it was merged with last (`hashFiles`). */
  programma: z.string(),
});
export type Versie = z.infer<typeof versieSchema>;

/** The id of the record of a version. */
export function toVersieId(nummer: number): string {
  return String(nummer).padStart(6, '0');
}

/** The content that is live, for who changes it. */
export interface LiveVersion {
  /** The number of the version that this page was made of; 0: the files of the program. */
  readonly nummer: number;
  /** Its files. */
  readonly files: Files;
  /** The files of the program: version 0. */
  readonly projectFiles: Files;
  /** The newest version cannot be shown by this program, so that an older one is live: which, and why. Changes by itself. */
  readonly fault: LiveFault | null;
}

/** Why a version cannot be shown. */
export interface LiveFault {
  readonly nummer: number;
  /** A Dutch sentence each, with the file and the place. */
  readonly fouten: readonly string[];
}
