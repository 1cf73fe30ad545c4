import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type DatabaseAddress, type Patience, toClientConfig } from './database.ts';

/** How long to wait before connecting again, in milliseconds. */
const RETRY = 1_000;
/** How long to wait for the connection to close: one that is broken never says so. */
const CLOSE_PATIENCE = 1_000;

interface Options {
  readonly address: DatabaseAddress;
  readonly patience: Patience;
  readonly channel: string;
  /** Called for each notice, and each time that listening begins: what was said before that was not heard. */
  readonly onNotice: () => void;
}

/**
 * Listens to what other processes say, on a connection of its own that is made again whenever it breaks. That the
 * database is away is told by what needs it.
 */
export function listen({ address, patience, channel, onNotice }: Options): { close(): Promise<void> } {
  const config = toClientConfig(address, patience);
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
      await fresh.query(`LISTEN ${channel}`);
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
