import { join } from 'node:path';
import { Low } from 'lowdb';
import type { z } from 'zod';
import type { Meldingen } from '../../domain/ports/meldingen.ts';
import type { Tellingen } from '../../domain/ports/tellingen.ts';
import type { Zendingen } from '../../domain/ports/zendingen.ts';
import { ruimOp } from '../../domain/sending/zending-lijst.ts';
import { createCommits } from './create-commits.ts';
import { createJsonFile } from './create-json-file.ts';
import { createInhoudMap } from './inhoud-map.ts';
import {
  createMeldingen,
  LEGE_MELDINGEN,
  MELDINGEN_BESTAND,
  meldingenBestandSchema,
} from './meldingen-file.ts';
import { type Slot, takeSlot } from './slot.ts';
import {
  createLegeTellingen,
  createTellingen,
  TELLINGEN_BESTAND,
  tellingenBestandSchema,
} from './tellingen-file.ts';
import { watchOpdrachten } from './watch-opdrachten.ts';
import {
  createZendingen,
  LEGE_ZENDINGEN,
  listBestanden,
  ZENDINGEN_BESTAND,
  zendingenBestandSchema,
} from './zendingen-file.ts';

/** How long counts wait to be written together, in milliseconds. */
const WACHTTIJD_TELLINGEN = 5_000;
/** How often to look for instructions of an operator, in milliseconds. */
const TUSSENTIJD_OPDRACHTEN = 500;

interface Opties {
  readonly dataDir: string;
  readonly now: () => Date;
  /** Told of what goes wrong outside a request: counts that cannot be written, an instruction that makes no sense. */
  readonly onFout: (fout: unknown) => void;
}

/** What the server keeps, open for this process alone. */
export interface Store {
  readonly meldingen: Meldingen;
  readonly tellingen: Tellingen;
  readonly zendingen: Zendingen;
  /** Writes what is still to be written and gives the folder back. */
  close(): Promise<void>;
}

/**
 * Opens what is kept in the data folder.
 * @throws MapInGebruik when another process has it; OpslagFout when the folder cannot be written, or a file is broken,
 * unreadable or of a newer version. In plain Dutch.
 */
export async function openStore({ dataDir, now, onFout }: Opties): Promise<Store> {
  const slot = takeSlot(dataDir);
  try {
    const meldingenLow = await openFile(
      join(dataDir, MELDINGEN_BESTAND),
      meldingenBestandSchema,
      LEGE_MELDINGEN,
      slot,
    );
    const tellingenLow = await openFile(
      join(dataDir, TELLINGEN_BESTAND),
      tellingenBestandSchema,
      createLegeTellingen(),
      slot,
    );
    const zendingenLow = await openFile(
      join(dataDir, ZENDINGEN_BESTAND),
      zendingenBestandSchema,
      LEGE_ZENDINGEN,
      slot,
    );
    const commits = createCommits(meldingenLow);
    const zendingCommits = createCommits(zendingenLow);
    const inhoud = createInhoudMap(dataDir, () => slot.check());
    const zendingen = createZendingen(zendingCommits, inhoud);
    // Also where sending was turned off: what nobody confirmed in time does not stay.
    await zendingen.wijzig((lijst) => ({ lijst: ruimOp(lijst, now()), resultaat: undefined }));
    await inhoud.houdAlleen(listBestanden(zendingen.lijst()));
    const meldingen = createMeldingen(commits, now);
    const tellingen = createTellingen({ low: tellingenLow, now, wachttijd: WACHTTIJD_TELLINGEN, onFout });
    const opdrachten = watchOpdrachten({ dataDir, meldingen, tussentijd: TUSSENTIJD_OPDRACHTEN, onFout });
    return {
      meldingen,
      tellingen,
      zendingen,
      close: async () => {
        await opdrachten.stop();
        await Promise.all([commits.settle(), zendingCommits.settle(), tellingen.flush()]);
        slot.release();
      },
    };
  } catch (error) {
    slot.release();
    throw error;
  }
}

async function openFile<T>(pad: string, schema: z.ZodType<T>, leeg: T, slot: Slot): Promise<Low<T>> {
  const low = new Low<T>(
    createJsonFile(pad, schema, () => slot.check()),
    leeg,
  );
  await low.read();
  return low;
}
