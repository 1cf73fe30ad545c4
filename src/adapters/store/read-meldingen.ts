import { join } from 'node:path';
import type { Melding } from '../../domain/model/melding.ts';
import { applyOpdracht } from '../../domain/model/melding.ts';
import { LEGE_MELDINGEN, MELDINGEN_BESTAND, meldingenBestandSchema } from './meldingen-file.ts';
import { listOpdrachten } from './opdrachten.ts';
import { readJsonFile } from './read-json-file.ts';

/**
 * The reports as they are or will be: what is on disk, with the instructions that the server has yet to carry out.
 * Only reads, so it is safe beside a running server: a file is always replaced as a whole.
 * @throws OpslagFout when the file is broken or cannot be read.
 */
export async function readMeldingen(dataDir: string): Promise<readonly Melding[]> {
  // In this order: an instruction that is carried out in between is then applied twice, which is the same.
  const opdrachten = await listOpdrachten(dataDir);
  const { meldingen } =
    (await readJsonFile(join(dataDir, MELDINGEN_BESTAND), meldingenBestandSchema)) ?? LEGE_MELDINGEN;
  return opdrachten.reduce<readonly Melding[]>(
    (gedaan, { opdracht }) => (opdracht ? applyOpdracht(gedaan, opdracht) : gedaan),
    meldingen,
  );
}
