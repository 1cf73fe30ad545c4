import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outbox } from '../domain/sending/outbox.ts';
import { type OutgoingMail, outgoingMailSchema } from '../domain/sending/outgoing-mail.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import type { Commits } from './create-commits.ts';
import { type StoreFile, VERSION } from './create-json-file.ts';
import { syncFolder, toStorageFailure, writeDurably } from './write-durably.ts';

const schema = z.strictObject({ versie: z.literal(VERSION), zendingen: z.array(outgoingMailSchema) });
type OutboxFile = z.infer<typeof schema>;

/** The file with the mails that are on their way: no address and no text is in it. */
export const outboxFile: StoreFile<OutboxFile> = {
  naam: 'zendingen.json',
  schema,
  leeg: () => ({ versie: VERSION, zendingen: [] }),
};

/** The folder with the sealed mails: small files with a name of their own, each written once and wiped once. */
const FOLDER = 'verzendingen';

interface Options {
  readonly commits: Commits<OutboxFile>;
  readonly dataDir: string;
  /** Runs before each write and stops it by throwing. */
  readonly check: () => void;
}

/**
 * Keeps mails by way of `commits`, and what they say in files of their own. In one file with the rest, a copy of what
 * was wiped would stay in the previous version of that file. `wisResten` wipes what a crash left behind.
 */
export function createOutbox({ commits, dataDir, check }: Options): Outbox & {
  wipeLeftovers(): Promise<void>;
} {
  const folder = join(dataDir, FOLDER);
  const wipe = (naam: string) => rm(join(folder, naam), { force: true });

  return {
    lijst: () => commits.data.zendingen,
    async change(change) {
      const { result, weg } = await commits.commit((data) => {
        const { lijst, result } = change(data.zendingen);
        if (lijst === data.zendingen) return { data, result: { result: result, weg: [] } };
        const over = listFiles(lijst);
        const weg = [...listFiles(data.zendingen)].filter((naam) => !over.has(naam));
        return { data: { ...data, zendingen: [...lijst] }, result: { result: result, weg } };
      });
      // What cannot be wiped now is wiped at the next start: no mail names it any more.
      await Promise.all(weg.map((naam) => wipe(naam).catch(() => {})));
      return result;
    },
    async bewaarInhoud(bytes) {
      const naam = randomBytes(16).toString('base64url');
      const path = join(folder, naam);
      try {
        check();
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeDurably(path, bytes, 'wx');
        await syncFolder(folder);
        return naam;
      } catch (error) {
        await wipe(naam).catch(() => {});
        throw toStorageFailure(error, path);
      }
    },
    leesInhoud: (naam) =>
      readFile(join(folder, naam)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw new StorageFailure(`Het bestand ${join(folder, naam)} is niet te lezen (${error.code}).`);
      }),
    wipeSealed: wipe,
    async wipeLeftovers() {
      const over = listFiles(commits.data.zendingen);
      const found = await readdir(folder).catch(() => []);
      await Promise.all(found.filter((naam) => !over.has(naam)).map(wipe));
    },
  };
}

/** The names of the files that mails still need. */
function listFiles(zendingen: readonly OutgoingMail[]): Set<string> {
  return new Set(zendingen.flatMap(({ bestand }) => bestand ?? []));
}
