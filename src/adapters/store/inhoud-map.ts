import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OpslagFout } from '../../domain/ports/opslag-fout.ts';
import { toOpslagFout } from './read-json-file.ts';

const MAP = 'verzendingen';

/** A folder of small files with a name of their own, each written once and wiped once. */
export interface InhoudMap {
  /**
   * Writes a file and gives its name once the disk has it.
   * @throws OpslagFout when it cannot be written; then there is no such file.
   */
  bewaar(bytes: Uint8Array): Promise<string>;
  /**
   * What a file holds; null when it is not there.
   * @throws OpslagFout when it is there and cannot be read.
   */
  lees(naam: string): Promise<Buffer | null>;
  wis(naam: string): Promise<void>;
  /** Wipes all files but these: what a crash left behind. */
  houdAlleen(namen: ReadonlySet<string>): Promise<void>;
}

/** The folder with the sealed mails in a data folder. `check` runs before each write and stops it by throwing. */
export function createInhoudMap(dataDir: string, check: () => void): InhoudMap {
  const map = join(dataDir, MAP);
  const wis = (naam: string) => rm(join(map, naam), { force: true });
  return {
    async bewaar(bytes) {
      const naam = randomBytes(16).toString('base64url');
      const pad = join(map, naam);
      try {
        check();
        await mkdir(map, { recursive: true, mode: 0o700 });
        const bestand = await open(pad, 'wx', 0o600);
        try {
          await bestand.writeFile(bytes);
          await bestand.sync();
        } finally {
          await bestand.close();
        }
        await syncMap(map);
        return naam;
      } catch (error) {
        await wis(naam).catch(() => {});
        throw toOpslagFout(error, pad);
      }
    },
    lees: (naam) =>
      readFile(join(map, naam)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw new OpslagFout(`Het bestand ${join(map, naam)} is niet te lezen (${error.code}).`);
      }),
    wis,
    async houdAlleen(namen) {
      const gevonden = await readdir(map).catch(() => []);
      await Promise.all(gevonden.filter((naam) => !namen.has(naam)).map(wis));
    },
  };
}

/** Waits until the disk has the name as well; some systems cannot, and then it follows within seconds. */
async function syncMap(map: string): Promise<void> {
  const handle = await open(map, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
