import { StorageFailure } from '../domain/storage-failure.ts';
import { FolderInUse } from './folder/folder-lock.ts';
import { createFolderStorage } from './folder/folder-storage.ts';
import type { DatabaseAddress } from './postgres/database.ts';
import { createDatabaseStorage } from './postgres/database-storage.ts';
import type { Storage, StorageWorld, Store } from './storage.ts';
import { createListeners, lookRegularly } from './watch.ts';

interface Place extends StorageWorld {
  readonly dataDir: string;
  /** Null: everything is kept in the data folder. */
  readonly database: DatabaseAddress | null;
}

/** The storage that is configured: a folder for one server, or a database for any number. */
export function chooseStorage({ dataDir, database, now, onError }: Place): Storage {
  return database
    ? createDatabaseStorage({ address: database, now, onError })
    : createFolderStorage({ dataDir, now, onError });
}

interface Options {
  readonly open: () => Promise<Store>;
  /** How often to try again, in milliseconds. */
  readonly interval: number;
  /** Told why there is no storage: at once, and each time that the reason changes. */
  readonly onClosed: (fault: Error) => void;
  /** Told when the storage is there after all. */
  readonly onOpen: () => void;
}

/**
 * Opens the store, or goes on without and tries again until it can be opened: the questions and the advice need none.
 * Until then nothing is counted, and what must be kept is refused with a StorageFailure.
 * @throws FolderInUse when another server has the folder: two servers is a mistake that must show at once.
 */
export async function openOrWait(options: Options): Promise<Store> {
  try {
    return await options.open();
  } catch (error) {
    if (!(error instanceof StorageFailure) || error instanceof FolderInUse) throw error;
    options.onClosed(error);
    return createWaitingStore(options, error.message);
  }
}

function createWaitingStore({ open, interval, onClosed, onOpen }: Options, firstReason: string): Store {
  let store: Store | null = null;
  let reason = firstReason;
  const versions = createListeners();

  async function tryAgain(): Promise<void> {
    try {
      store = await open();
      // Who waits for a version is told as soon as there may be any.
      store.records.onVersion(versions.tell);
      versions.tell();
      void attempts.stop();
      onOpen();
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      if (fault.message !== reason) onClosed(fault);
      reason = fault.message;
    }
  }

  const attempts = lookRegularly(tryAgain, interval);

  function needStore(): Store {
    if (!store) throw new StorageFailure(`Er is nu geen opslag. ${reason}`);
    return store;
  }

  return {
    meldingen: createWaiting(() => needStore().meldingen, {}),
    counts: {
      tel: (event) => store?.counts.tel(event),
      perWeek: async () => store?.counts.perWeek() ?? {},
    },
    zendingen: createWaiting(() => needStore().zendingen, {}),
    antwoorden: createWaiting(() => needStore().antwoorden, {
      lijst: async () => store?.antwoorden.lijst() ?? [],
      rooms: async () => store?.antwoorden.rooms() ?? {},
    }),
    records: createWaiting(() => needStore().records, { onVersion: versions.add }),
    check: async () => needStore().check(),
    async close() {
      await attempts.stop();
      await store?.close();
    },
  };
}

/** Something of which every method answers later. */
type Late<T> = { readonly [Name in keyof T]: (...args: never[]) => Promise<unknown> };

/** A part of the store that may not be there yet: each call goes to what `need` gives then, but for what `own` does. */
function createWaiting<Part extends object, Own extends Partial<Part>>(
  need: () => Part & Late<Omit<Part, keyof Own>>,
  own: Own,
): Part {
  return new Proxy(own as object as Part, {
    get(_, name) {
      // Who awaits the part itself, or writes it as JSON, must not take these for methods of it.
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
      return (
        Reflect.get(own, name) ??
        (async (...args: unknown[]) => {
          const part = need();
          return Reflect.apply(Reflect.get(part, name) as () => unknown, part, args);
        })
      );
    },
  });
}
