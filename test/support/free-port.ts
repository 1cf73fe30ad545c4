import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below what systems hand out to whoever connects to something (32768 and up, or 49152), and without a port that browsers
 * refuse: nobody takes such a port before the server that it is meant for.
 */
const PORTS = { first: 20_000, count: 12_000 };

/** A port on which nothing listens now, and that only a test would take. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
