import type { Records } from '../domain/editing/records.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import { FolderInUse } from './folder/folder-lock.ts';
import type { Store } from './store.ts';

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
 * Until then nothing is counted, and what must be kept is refused with an StorageFailure.
 * @throws FolderInUse when another server has the folder: two servers is a mistake that must show at once.
 */
export async function openOrWait({ open, interval, onClosed, onOpen }: Options): Promise<Store> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StorageFailure) || error instanceof FolderInUse) throw error;
    onClosed(error);
    return createWaitingStore({ open, interval, onClosed, onOpen }, error.message);
  }
}

function createWaitingStore({ open, interval, onClosed, onOpen }: Options, firstReason: string): Store {
  let store: Store | null = null;
  let reason = firstReason;
  let busy: Promise<void> | null = null;

  async function tryAgain(): Promise<void> {
    try {
      store = await open();
      records.follow(store.records);
      clearInterval(timer);
      onOpen();
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      if (fault.message !== reason) onClosed(fault);
      reason = fault.message;
    }
  }

  const timer = setInterval(() => {
    busy ??= tryAgain().finally(() => {
      busy = null;
    });
  }, interval).unref();

  function needStore(): Store {
    if (!store) throw new StorageFailure(`Er is nu geen opslag. ${reason}`);
    return store;
  }

  const records = createWaitingRecords(() => needStore().records);

  return {
    meldingen: {
      report: async (fresh) => needStore().meldingen.report(fresh),
      process: async (command) => needStore().meldingen.process(command),
      lijst: async () => needStore().meldingen.lijst(),
      count: async () => needStore().meldingen.count(),
    },
    counts: {
      tel: (event) => store?.counts.tel(event),
      perWeek: async () => store?.counts.perWeek() ?? {},
    },
    zendingen: {
      find: async (related) => needStore().zendingen.find(related),
      decide: async (related, decide) => needStore().zendingen.decide(related, decide),
      lijst: async () => needStore().zendingen.lijst(),
      takeDue: async (now) => needStore().zendingen.takeDue(now),
      takeInterrupted: async () => needStore().zendingen.takeInterrupted(),
      end: async (id, after) => needStore().zendingen.end(id, after),
      cleanUp: async (now) => needStore().zendingen.cleanUp(now),
      findNextMoment: async (now) => needStore().zendingen.findNextMoment(now),
      bewaarInhoud: async (bytes) => needStore().zendingen.bewaarInhoud(bytes),
      leesInhoud: async (naam) => needStore().zendingen.leesInhoud(naam),
      wipeSealed: async (naam) => needStore().zendingen.wipeSealed(naam),
    },
    antwoorden: {
      put: async (link, antwoord, today) => needStore().antwoorden.put(link, antwoord, today),
      find: async (sleutel) => needStore().antwoorden.find(sleutel),
      lijst: async () => store?.antwoorden.lijst() ?? [],
      counted: async () => needStore().antwoorden.counted(),
      putRoom: async (tafel, room) => needStore().antwoorden.putRoom(tafel, room),
      rooms: async () => store?.antwoorden.rooms() ?? {},
    },
    records,
    check: async () => needStore().check(),
    close: async () => {
      clearInterval(timer);
      await busy;
      await store?.close();
    },
  };
}

/** Records that are refused until there are any; who waits for a version is told as soon as they are there. */
function createWaitingRecords(
  need: () => Records,
): Records & { readonly follow: (records: Records) => void } {
  const listeners = new Set<() => void>();
  return {
    read: async (kind, id) => need().read(kind, id),
    list: async (kind) => need().list(kind),
    commit: async (changes, log) => need().commit(changes, log),
    readLog: async (limit, skip) => need().readLog(limit, skip),
    findLiveVersion: async () => need().findLiveVersion(),
    onVersion(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    follow(records) {
      const tell = () => {
        for (const listener of listeners) listener();
      };
      records.onVersion(tell);
      tell();
    },
  };
}
