import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outbox } from '../domain/sending/outbox.ts';
import { type OutgoingMail, outgoingMailSchema } from '../domain/sending/outgoing-mail.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import type { Commits } from './create-commits.ts';
import { type StoreFile, VERSIE } from './create-json-file.ts';
import { syncFolder, toOpslagFout, writeDurably } from './write-durably.ts';

const schema = z.strictObject({ versie: z.literal(VERSIE), zendingen: z.array(outgoingMailSchema) });
type ZendingenBestand = z.infer<typeof schema>;

/** The file with the mails that are on their way: no address and no text is in it. */
export const zendingenFile: StoreFile<ZendingenBestand> = {
  naam: 'zendingen.json',
  schema,
  leeg: () => ({ versie: VERSIE, zendingen: [] }),
};

/** The folder with the sealed mails: small files with a name of their own, each written once and wiped once. */
const MAP = 'verzendingen';

interface Opties {
  readonly commits: Commits<ZendingenBestand>;
  readonly dataDir: string;
  /** Runs before each write and stops it by throwing. */
  readonly check: () => void;
}

/**
 * Keeps mails by way of `commits`, and what they say in files of their own. In one file with the rest, a copy of what
 * was wiped would stay in the previous version of that file. `wisResten` wipes what a crash left behind.
 */
export function createZendingen({ commits, dataDir, check }: Opties): Outbox & {
  wisResten(): Promise<void>;
} {
  const map = join(dataDir, MAP);
  const wis = (naam: string) => rm(join(map, naam), { force: true });

  return {
    lijst: () => commits.data.zendingen,
    async change(change) {
      const { result: resultaat, weg } = await commits.commit((data) => {
        const { lijst, result: resultaat } = change(data.zendingen);
        if (lijst === data.zendingen) return { data, result: { result: resultaat, weg: [] } };
        const over = listBestanden(lijst);
        const weg = [...listBestanden(data.zendingen)].filter((naam) => !over.has(naam));
        return { data: { ...data, zendingen: [...lijst] }, result: { result: resultaat, weg } };
      });
      // What cannot be wiped now is wiped at the next start: no mail names it any more.
      await Promise.all(weg.map((naam) => wis(naam).catch(() => {})));
      return resultaat;
    },
    async bewaarInhoud(bytes) {
      const naam = randomBytes(16).toString('base64url');
      const pad = join(map, naam);
      try {
        check();
        await mkdir(map, { recursive: true, mode: 0o700 });
        await writeDurably(pad, bytes, 'wx');
        await syncFolder(map);
        return naam;
      } catch (error) {
        await wis(naam).catch(() => {});
        throw toOpslagFout(error, pad);
      }
    },
    leesInhoud: (naam) =>
      readFile(join(map, naam)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw new StorageFailure(`Het bestand ${join(map, naam)} is niet te lezen (${error.code}).`);
      }),
    wipeSealed: wis,
    async wisResten() {
      const over = listBestanden(commits.data.zendingen);
      const gevonden = await readdir(map).catch(() => []);
      await Promise.all(gevonden.filter((naam) => !over.has(naam)).map(wis));
    },
  };
}

/** The names of the files that mails still need. */
function listBestanden(zendingen: readonly OutgoingMail[]): Set<string> {
  return new Set(zendingen.flatMap(({ bestand }) => bestand ?? []));
}
