import { join } from 'node:path';
import { z } from 'zod';
import { MAX_OPEN_MELDINGEN, type Meldingen } from '../domain/corrections/corrections.ts';
import {
  applyOpdracht,
  type Melding,
  meldingSchema,
  nieuweMeldingSchema,
} from '../domain/model/correction.ts';
import type { Commits } from './create-commits.ts';
import { readJsonFile, type StoreFile, VERSIE } from './create-json-file.ts';
import { listOpdrachten } from './operator-commands.ts';

const schema = z.strictObject({
  versie: z.literal(VERSIE),
  /** The number of the next report: no number is used twice. */
  volgende: z.number().int().min(1),
  meldingen: z.array(meldingSchema),
});
type MeldingenBestand = z.infer<typeof schema>;

/** The file with the correction reports. */
export const meldingenFile: StoreFile<MeldingenBestand> = {
  naam: 'meldingen.json',
  schema,
  leeg: () => ({ versie: VERSIE, volgende: 1, meldingen: [] }),
};

/** Keeps reports by way of `commits`. */
export function createMeldingen(commits: Commits<MeldingenBestand>, now: () => Date): Meldingen {
  return {
    lijst: () => commits.data.meldingen,
    meld: async (nieuw) => {
      const gegevens = nieuweMeldingSchema.parse(nieuw);
      return commits.commit((data) => {
        const open = data.meldingen.filter(({ status }) => status === 'open').length;
        if (open >= MAX_OPEN_MELDINGEN) return { data, resultaat: null };
        const melding: Melding = {
          id: String(data.volgende),
          gemaakt: now().toISOString(),
          ...gegevens,
          status: 'open',
        };
        return {
          data: { ...data, volgende: data.volgende + 1, meldingen: [...data.meldingen, melding] },
          resultaat: melding,
        };
      });
    },
    verwerk: (opdracht) =>
      commits.commit((data) => {
        const meldingen = applyOpdracht(data.meldingen, opdracht);
        if (meldingen === data.meldingen) return { data, resultaat: false };
        return { data: { ...data, meldingen: [...meldingen] }, resultaat: true };
      }),
  };
}

/**
 * The reports as they are or will be: what is on disk, with the instructions that the server has yet to carry out.
 * Only reads, so it is safe beside a running server: a file is always replaced as a whole.
 * @throws OpslagFout when the file is broken or cannot be read.
 */
export async function readMeldingen(dataDir: string): Promise<readonly Melding[]> {
  // In this order: an instruction that is carried out in between is then applied twice, which is the same.
  const opdrachten = await listOpdrachten(dataDir);
  const { meldingen } =
    (await readJsonFile(join(dataDir, meldingenFile.naam), schema)) ?? meldingenFile.leeg();
  return opdrachten.reduce<readonly Melding[]>(
    (gedaan, { opdracht }) => (opdracht ? applyOpdracht(gedaan, opdracht) : gedaan),
    meldingen,
  );
}
