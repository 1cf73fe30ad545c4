import { z } from 'zod';
import {
  applyCommand,
  type Correction,
  type Corrections,
  correctionSchema,
  findRepeated,
  isGoneAlready,
  MAX_OPEN_CORRECTIONS,
  newCorrectionSchema,
} from '../../domain/corrections/corrections.ts';
import { VERSION } from './create-json-file.ts';
import type { Commits, StoreFile } from './store-file.ts';

const schema = z.strictObject({
  versie: z.literal(VERSION),
  /** The number of the next report: no number is used twice. */
  volgende: z.number().int().min(1),
  meldingen: z.array(correctionSchema),
});
type CorrectionsFile = z.infer<typeof schema>;

/** The file with the correction reports. */
export const correctionsFile: StoreFile<CorrectionsFile> = {
  naam: 'meldingen.json',
  schema,
  leeg: () => ({ versie: VERSION, volgende: 1, meldingen: [] }),
};

/** Keeps reports by way of `commits`. */
export function createCorrections(commits: Commits<CorrectionsFile>, now: () => Date): Corrections {
  return {
    lijst: async () => commits.data.meldingen,
    count: async () => ({ totaal: commits.data.meldingen.length, open: countOpen(commits.data) }),
    report: async (fresh) => {
      const stored = newCorrectionSchema.parse(fresh);
      return commits.commit((data) => {
        const repeated = findRepeated(data.meldingen, stored, now());
        if (repeated) return { data, result: repeated };
        if (countOpen(data) >= MAX_OPEN_CORRECTIONS) return { data, result: null };
        const melding: Correction = {
          id: String(data.volgende),
          gemaakt: now().toISOString(),
          ...stored,
          status: 'open',
        };
        return {
          data: { ...data, volgende: data.volgende + 1, meldingen: [...data.meldingen, melding] },
          result: melding,
        };
      });
    },
    async process(command) {
      const { isDone, isLess } = await commits.commit((data) => {
        const meldingen = applyCommand(data.meldingen, command);
        if (meldingen === data.meldingen) {
          const isGone = isGoneAlready(meldingen, command);
          return { data, result: { isDone: isGone, isLess: isGone } };
        }
        const isLess = command.soort !== 'antwoord';
        return { data: { ...data, meldingen: [...meldingen] }, result: { isDone: true, isLess } };
      });
      // The previous version of the file still has what went: writing once more replaces that one too.
      if (isLess) await commits.commit((data) => ({ data: { ...data }, result: undefined }));
      return isDone;
    },
  };
}

function countOpen({ meldingen }: CorrectionsFile): number {
  return meldingen.filter(({ status }) => status === 'open').length;
}
