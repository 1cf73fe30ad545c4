import { StorageFailure } from '../domain/storage-failure.ts';
import { MapInGebruik } from './folder-lock.ts';
import type { Store } from './open-store.ts';

interface Opties {
  readonly open: () => Promise<Store>;
  /** How often to try again, in milliseconds. */
  readonly tussentijd: number;
  /** Told why there is no storage: at once, and each time that the reason changes. */
  readonly onDicht: (fout: Error) => void;
  /** Told when the storage is there after all. */
  readonly onOpen: () => void;
}

/**
 * Opens the store, or goes on without and tries again until it can be opened: the questions and the advice need none.
 * Until then nothing is counted, and what must be kept is refused with an StorageFailure.
 * @throws MapInGebruik when another server has the folder: two servers is a mistake that must show at once.
 */
export async function openOrWait({ open, tussentijd, onDicht, onOpen }: Opties): Promise<Store> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StorageFailure) || error instanceof MapInGebruik) throw error;
    onDicht(error);
    return createWaitingStore({ open, tussentijd, onDicht, onOpen }, error.message);
  }
}

function createWaitingStore({ open, tussentijd, onDicht, onOpen }: Opties, eersteReden: string): Store {
  let store: Store | null = null;
  let reden = eersteReden;
  let bezig: Promise<void> | null = null;

  async function tryAgain(): Promise<void> {
    try {
      store = await open();
      clearInterval(wekker);
      onOpen();
    } catch (error) {
      const fout = error instanceof Error ? error : new Error(String(error));
      if (fout.message !== reden) onDicht(fout);
      reden = fout.message;
    }
  }

  const wekker = setInterval(() => {
    bezig ??= tryAgain().finally(() => {
      bezig = null;
    });
  }, tussentijd).unref();

  function needStore(): Store {
    if (!store) throw new StorageFailure(`Er is nu geen opslag. ${reden}`);
    return store;
  }

  return {
    meldingen: {
      report: async (nieuw) => needStore().meldingen.report(nieuw),
      process: async (opdracht) => needStore().meldingen.process(opdracht),
      lijst: () => store?.meldingen.lijst() ?? [],
    },
    tellingen: {
      tel: (gebeurtenis) => store?.tellingen.tel(gebeurtenis),
      perWeek: async () => store?.tellingen.perWeek() ?? {},
    },
    zendingen: {
      // An empty list would say that nothing waits to be sent.
      lijst: () => needStore().zendingen.lijst(),
      change: async (change) => needStore().zendingen.change(change),
      bewaarInhoud: async (bytes) => needStore().zendingen.bewaarInhoud(bytes),
      leesInhoud: async (naam) => needStore().zendingen.leesInhoud(naam),
      wipeSealed: async (naam) => needStore().zendingen.wipeSealed(naam),
    },
    close: async () => {
      clearInterval(wekker);
      await bezig;
      await store?.close();
    },
  };
}
