import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** How long the port stays open after the signal, in milliseconds, so that whoever asks `/gezond` sees the 503. */
const AANKONDIGING = 1_000;
/** How often connections that have become idle are closed, in milliseconds. */
const VEEGTIJD = 50;

/** Knows whether a server stops, and makes it stop. */
export interface Drain {
  readonly isDraining: () => boolean;
  /** The server that is to stop. */
  readonly attach: (server: Server) => void;
  /** Says that it stops, takes nothing new after a second, and waits until all connections have ended. */
  readonly drain: () => Promise<void>;
  /** Cuts the connections that are left. */
  readonly breakOff: () => void;
}

/** Makes what stops an HTTP server in order. */
export function createDrain(): Drain {
  let isDraining = false;
  let server: Server | null = null;
  return {
    isDraining: () => isDraining,
    attach(nieuw) {
      server = nieuw;
      // A client that hears this opens a new connection for its next request, so elsewhere.
      server.prependListener('request', (_req, res) => {
        if (isDraining) res.setHeader('Connection', 'close');
      });
    },
    async drain() {
      isDraining = true;
      await wait(AANKONDIGING);
      const veger = setInterval(() => server?.closeIdleConnections(), VEEGTIJD);
      await new Promise<void>((resolve) => {
        if (server) server.close(() => resolve());
        else resolve();
      });
      clearInterval(veger);
    },
    breakOff: () => server?.closeAllConnections(),
  };
}
