import { randomUUID } from 'node:crypto';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import type { Corrections } from '../domain/corrections/corrections.ts';
import type { Outbox } from '../domain/sending/outbox.ts';
import { cleanUp } from '../domain/sending/outbox-rules.ts';
import type { Statistics } from '../domain/statistics/statistics.ts';
import { createMeldingen, meldingenFile } from './corrections-file.ts';
import { createCommits } from './create-commits.ts';
import { createJsonFile, readJsonFile, type StoreFile } from './create-json-file.ts';
import { takeSlot } from './folder-lock.ts';
import { watchOpdrachten } from './operator-commands.ts';
import { createZendingen, zendingenFile } from './outbox-file.ts';
import { checkStandSecret } from './stand-secret-file.ts';
import { createTellingen, tellingenFile } from './statistics-file.ts';
import { toOpslagFout } from './write-durably.ts';

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
  readonly meldingen: Corrections;
  readonly tellingen: Statistics;
  readonly zendingen: Outbox;
  /** Writes what is still to be written and gives the folder back. */
  close(): Promise<void>;
}

/**
 * Opens what is kept in the data folder.
 * @throws MapInGebruik when another process has it; StorageFailure when the folder cannot be written, or a file is broken,
 * unreadable or of a newer version. In plain Dutch.
 */
export async function openStore({ dataDir, now, onFout }: Opties): Promise<Store> {
  const slot = takeSlot(dataDir);
  try {
    const open = async <T>({ naam, schema, leeg }: StoreFile<T>): Promise<Low<T>> => {
      const low = new Low<T>(createJsonFile(join(dataDir, naam), schema, slot.check), leeg());
      await low.read();
      return low;
    };
    const meldingCommits = createCommits(await open(meldingenFile));
    const tellingenLow = await open(tellingenFile);
    const zendingCommits = createCommits(await open(zendingenFile));
    const zendingen = createZendingen({ commits: zendingCommits, dataDir, check: slot.check });
    // Also where sending was turned off: what nobody confirmed in time does not stay.
    await zendingen.change((lijst) => ({ lijst: cleanUp(lijst, now()), result: undefined }));
    await zendingen.wisResten();
    const meldingen = createMeldingen(meldingCommits, now);
    const tellingen = createTellingen({ low: tellingenLow, now, wachttijd: WACHTTIJD_TELLINGEN, onFout });
    const opdrachten = watchOpdrachten({ dataDir, meldingen, tussentijd: TUSSENTIJD_OPDRACHTEN, onFout });
    return {
      meldingen,
      tellingen,
      zendingen,
      close: async () => {
        await opdrachten.stop();
        await Promise.all([meldingCommits.settle(), zendingCommits.settle(), tellingen.flush()]);
        slot.release();
      },
    };
  } catch (error) {
    slot.release();
    throw error;
  }
}

/** What is wrong with the data folder and the files in it; may run beside a server, and leaves everything as it was. */
export async function findOpslagFouten(dataDir: string): Promise<string[]> {
  const pogingen = await Promise.allSettled([
    tryFolder(dataDir),
    (async () => checkStandSecret(dataDir))(),
    ...[meldingenFile, tellingenFile, zendingenFile].map(({ naam, schema }) =>
      readJsonFile<unknown>(join(dataDir, naam), schema),
    ),
  ]);
  return pogingen.flatMap((poging) =>
    poging.status === 'rejected' ? [(poging.reason as Error).message] : [],
  );
}

/** Writes as the server would, and takes away what that made. Rights alone do not tell whether a disk can be written. */
async function tryFolder(dataDir: string): Promise<void> {
  const proef = join(dataDir, `proef.${randomUUID()}`);
  try {
    const gemaakt = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(proef, 'proef', { flag: 'wx', mode: 0o600, flush: true });
    } finally {
      rmSync(proef, { force: true });
      if (gemaakt !== undefined) removeFolders(dataDir, gemaakt);
    }
  } catch (error) {
    throw toOpslagFout(error, dataDir);
  }
}

/** Removes folders that are empty, from the deepest up to the first that was made. */
function removeFolders(diepste: string, eerste: string): void {
  for (let map = diepste; map.length >= eerste.length; map = dirname(map)) rmdirSync(map);
}
