import type { DatabaseAddress, Patience } from './database.ts';
import { listen } from './listen.ts';
import { VERSION_CHANNEL } from './records-table.ts';

/** How often to look whether a notice was missed, in milliseconds: what stands between the two may let none through. */
const POLL = 2_000;

interface Options {
  readonly address: DatabaseAddress;
  readonly patience: Patience;
  readonly findLiveVersion: () => Promise<number>;
  /** In milliseconds. */
  readonly poll?: number;
}

/** Tells of new versions that any process committed. */
export interface VersionWatch {
  /** Calls `listener` at each version, and now and then without one; gives what ends that. */
  onVersion(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Makes the watch of one process: a connection to listen on, and a look every so often, once somebody wants to know. */
export function createVersionWatch({
  address,
  patience,
  findLiveVersion,
  poll = POLL,
}: Options): VersionWatch {
  const listeners = new Set<() => void>();
  let ear: ReturnType<typeof listen> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let known: number | null = null;
  let busy: Promise<void> | null = null;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  async function look(): Promise<void> {
    // While the database is away there is nothing to tell, and whoever needs it hears that.
    const found = await findLiveVersion().catch(() => known);
    const isNew = found !== known;
    known = found;
    if (isNew) tell();
  }

  function start(): void {
    ear ??= listen({ address, patience, channel: VERSION_CHANNEL, onNotice: tell });
    timer ??= setInterval(() => {
      busy ??= look().finally(() => {
        busy = null;
      });
    }, poll).unref();
  }

  return {
    onVersion(listener) {
      const own = () => listener();
      listeners.add(own);
      start();
      return () => void listeners.delete(own);
    },
    async close() {
      listeners.clear();
      if (timer) clearInterval(timer);
      await busy;
      await ear?.close();
    },
  };
}
