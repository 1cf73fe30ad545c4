import { randomUUID } from 'node:crypto';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkStandSecret } from '../stand-secret-file.ts';
import { MELDINGEN_BESTAND, meldingenBestandSchema } from './meldingen-file.ts';
import { readJsonFile, toOpslagFout } from './read-json-file.ts';
import { TELLINGEN_BESTAND, tellingenBestandSchema } from './tellingen-file.ts';
import { ZENDINGEN_BESTAND, zendingenBestandSchema } from './zendingen-file.ts';

/** What is wrong with the data folder and the files in it; may run beside a server, and leaves everything as it was. */
export async function findOpslagFouten(dataDir: string): Promise<string[]> {
  const pogingen = await Promise.allSettled([
    tryFolder(dataDir),
    tryStandSecret(dataDir),
    readJsonFile(join(dataDir, MELDINGEN_BESTAND), meldingenBestandSchema),
    readJsonFile(join(dataDir, TELLINGEN_BESTAND), tellingenBestandSchema),
    readJsonFile(join(dataDir, ZENDINGEN_BESTAND), zendingenBestandSchema),
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

async function tryStandSecret(dataDir: string): Promise<void> {
  checkStandSecret(dataDir);
}

/** Removes folders that are empty, from the deepest up to the first that was made. */
function removeFolders(diepste: string, eerste: string): void {
  for (let map = diepste; map.length >= eerste.length; map = dirname(map)) rmdirSync(map);
}
