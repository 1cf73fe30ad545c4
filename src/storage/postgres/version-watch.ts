import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { createListeners, lookRegularly } from '../watch.ts';
import { type DatabaseAddress, type Patience, toClientConfig } from './database.ts';
import { VERSION_CHANNEL } from './records-table.ts';

/** How often to look whether a notice was missed, in milliseconds: what stands between the two may let none through. */
const POLL = 2_000;
/** How long to wait before connecting again, in milliseconds. */
const RETRY = 1_000;
/** How long to wait for the connection to close: one that is broken never says so. */
const CLOSE_PATIENCE = 1_000;

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
  const config = toClientConfig(address, patience);
  const listeners = createListeners();
  let stops: readonly (() => Promise<void>)[] = [];
  let known: number | null = null;

  async function look(): Promise<void> {
    // While the database is away there is nothing to tell, and whoever needs it hears that.
    const found = await findLiveVersion().catch(() => known);
    const isNew = found !== known;
    known = found;
    if (isNew) listeners.tell();
  }

  return {
    onVersion(listener) {
      if (stops.length === 0) stops = [lookRegularly(look, poll).stop, listen(config, listeners.tell).close];
      return listeners.add(listener);
    },
    async close() {
      listeners.clear();
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

/**
 * Listens to what other processes say of versions, on a connection of its own that is made again whenever it breaks. Calls
 * `onNotice` for each notice, and each time that listening begins: what was said before that was not heard. That the
 * database is away is told by what needs it.
 */
function listen(config: ClientConfig, onNotice: () => void): { close(): Promise<void> } {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  async function connect(): Promise<void> {
    timer = null;
    const fresh = new Client(config);
    client = fresh;
    // One that breaks says so once or twice; without a listener that would end the process.
    fresh.on('error', () => tryAgain(fresh));
    fresh.on('end', () => tryAgain(fresh));
    fresh.on('notification', onNotice);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${VERSION_CHANNEL}`);
      onNotice();
    } catch {
      tryAgain(fresh);
    }
  }

  function tryAgain(broken: Client): void {
    if (client !== broken || isClosed) return;
    client = null;
    end(broken);
    timer = setTimeout(() => void connect(), RETRY).unref();
  }

  void connect();
  return {
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      if (client) await Promise.race([end(client), wait(CLOSE_PATIENCE, undefined, { ref: false })]);
    },
  };
}

async function end(client: Client): Promise<void> {
  await client.end().catch(() => {});
}
