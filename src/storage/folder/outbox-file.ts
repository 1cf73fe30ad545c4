import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { BegunMail, Outbox } from '../../domain/sending/outbox.ts';
import { cleanUp, findDue, findNextMoment } from '../../domain/sending/outbox-rules.ts';
import { beginAttempt, type OutgoingMail, outgoingMailSchema } from '../../domain/sending/outgoing-mail.ts';
import { VERSION } from './create-json-file.ts';
import { createWriteOnceFiles, type WriteOnceFiles } from './disk.ts';
import type { Commits, StoreFile } from './store-file.ts';

const schema = z.strictObject({ versie: z.literal(VERSION), zendingen: z.array(outgoingMailSchema) });
type OutboxFile = z.infer<typeof schema>;

/** The file with the mails that are on their way: no address and no text is in it. */
export const outboxFile: StoreFile<OutboxFile> = {
  naam: 'zendingen.json',
  schema,
  leeg: () => ({ versie: VERSION, zendingen: [] }),
};

/** The folder with what those mails say, sealed. */
export const SEALED_FOLDER = 'verzendingen';

/** Keeps sealed bytes, each under a name that tells nothing. All of it throws StorageFailure. */
interface SealedFiles extends Omit<WriteOnceFiles, 'keep'> {
  /** Keeps bytes, and gives the name under which; `name` when they have one already. */
  keep(bytes: Uint8Array, name?: string): Promise<string>;
}

/** Makes what keeps sealed bytes below the data folder. `check` runs before each write and stops it by throwing. */
export function createSealedFiles(dataDir: string, check: () => void): SealedFiles {
  const files = createWriteOnceFiles(join(dataDir, SEALED_FOLDER), check);
  return {
    ...files,
    async keep(bytes, name = randomBytes(16).toString('base64url')) {
      await files.keep(bytes, name);
      return name;
    },
  };
}

/**
 * Keeps mails by way of `commits`, and what they say in `files`: in one file with the rest, a copy of what was wiped would
 * stay in the version before. `wipeLeftovers` wipes what a crash left behind.
 */
export function createOutbox(
  commits: Commits<OutboxFile>,
  files: SealedFiles,
): Outbox & { wipeLeftovers(): Promise<void> } {
  const list = () => commits.data.zendingen;
  /** Of which this process began an attempt, or took over what became of it. */
  const own = new Set<string>();

  /** Replaces the list, and wipes what no mail says any more. */
  async function replace<R>(
    change: (list: readonly OutgoingMail[]) => { readonly list: readonly OutgoingMail[]; readonly result: R },
  ): Promise<R> {
    const { result, gone } = await commits.commit((data) => {
      const { list, result } = change(data.zendingen);
      if (list === data.zendingen) return { data, result: { result, gone: [] } };
      const left = listNames(list);
      const gone = [...listNames(data.zendingen)].filter((naam) => !left.has(naam));
      return { data: { ...data, zendingen: [...list] }, result: { result, gone } };
    });
    // What cannot be wiped now is wiped at the next start: no mail names it any more.
    await Promise.all(gone.map((naam) => files.wipe(naam).catch(() => {})));
    return result;
  }

  async function withSealed(mail: OutgoingMail): Promise<BegunMail> {
    return { mail, verzegeld: mail.bestand === null ? null : await files.read(mail.bestand) };
  }

  return {
    find: async () => list(),
    decide: (_related, decide) =>
      replace((list) => {
        const { keep, result } = decide(list);
        return { list: put(list, keep), result };
      }),
    lijst: async () => list(),

    async takeDue(now) {
      const due = findDue(list(), now);
      if (!due) return null;
      // Before it is begun: what cannot be read stays in the queue.
      const { verzegeld } = await withSealed(due);
      const mail = beginAttempt(due, now);
      own.add(mail.id);
      await replace((list) => ({ list: put(list, [mail]), result: undefined }));
      return { mail, verzegeld };
    },
    async takeInterrupted() {
      const found = list().filter(({ id, status }) => status === 'bezig' && !own.has(id));
      const begun = await Promise.all(found.map(withSealed));
      for (const { id } of found) own.add(id);
      return begun;
    },
    async end(id, after) {
      if (!own.has(id)) return false;
      await replace((list) => ({ list: put(list, after), result: undefined }));
      return own.delete(id);
    },
    cleanUp: (now) => replace((list) => ({ list: cleanUp(list, now), result: undefined })),
    findNextMoment: async () => findNextMoment(list()),

    bewaarInhoud: files.keep,
    leesInhoud: files.read,
    wipeSealed: files.wipe,
    wipeLeftovers: () => files.wipeOthers(listNames(list())),
  };
}

/** The list with these mails in it, each in the place of the one with its id; the same list when there are none. */
function put(list: readonly OutgoingMail[], mails: readonly OutgoingMail[]): readonly OutgoingMail[] {
  if (mails.length === 0) return list;
  const fresh = new Map(mails.map((mail) => [mail.id, mail]));
  const known = new Set(list.map(({ id }) => id));
  return [...list.map((mail) => fresh.get(mail.id) ?? mail), ...mails.filter(({ id }) => !known.has(id))];
}

/** The names of the files that mails still need. */
function listNames(mails: readonly OutgoingMail[]): Set<string> {
  return new Set(mails.flatMap(({ bestand }) => bestand ?? []));
}
