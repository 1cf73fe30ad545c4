import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { createPdfWriter } from '../adapters/pdf/pdf-writer.ts';
import type { Config } from '../config.ts';
import { createHttpServer } from '../http/http-server.ts';
import type { Metrics } from '../http/metrics.ts';
import { createSecurityHeaders } from '../http/security-headers.ts';
import { createDrain } from './create-drain.ts';
import type { Start } from './read-start.ts';
import type { MakeApp, SharedPorts } from './site-ports.ts';

interface Opties {
  readonly start: Start;
  readonly ports: SharedPorts;
  readonly makeApp: MakeApp;
  readonly metrics: Metrics | undefined;
  readonly log: Logger;
  readonly now: () => Date;
}

/** The site as one process serves it: how its start is completed, and how it ends. */
export interface Site {
  /** Makes what is not there yet of what is the same for everyone. @throws Error when a page cannot be made. */
  readonly complete: () => Promise<void>;
  readonly drain: () => Promise<void>;
  readonly breakOff: () => void;
  /** Closes what serving needed; to be called when nothing is in progress any more. */
  readonly close: () => Promise<void>;
}

/**
 * Makes the app with what belongs to this process alone, such as the thread for PDFs, and listens.
 * @throws Error in plain Dutch when the port cannot be used.
 */
export async function serveSite({ start, ports, makeApp, metrics, log, now }: Opties): Promise<Site> {
  const { config } = start;
  const pdfWriter = createPdfWriter({
    report: (error) => log.error({ err: error }, 'een pdf is niet gemaakt'),
  });
  const writePdf =
    metrics?.measure('rdm_pdf_seconds', 'Time to make a PDF, waiting included', pdfWriter.write) ??
    pdfWriter.write;
  const { isDraining, attach, drain, breakOff } = createDrain();
  const { app, complete } = makeApp({
    start,
    ports,
    writePdf,
    metrics,
    log,
    now,
    isReady: () => !isDraining(),
  });
  const server = createHttpServer(app, {
    headers: createSecurityHeaders(config.baseUrl),
    // Each process takes its share, so that together they stay within what was set.
    grenzen: { maxInFlight: Math.ceil(config.maxInFlight / config.processes) },
    onOverbelasting: (overbelasting) => log.warn(overbelasting, 'te druk'),
  });
  attach(server);
  await listen(server, config);
  return { complete, drain, breakOff, close: pdfWriter.stop };
}

function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const isBezet = error.code === 'EADDRINUSE';
      reject(isBezet ? new Error(`Poort ${port} is al in gebruik. Kies met PORT een andere.`) : error);
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      // What goes wrong with the port later must end the process, not be kept quiet.
      server.off('error', refuse);
      resolve();
    });
  });
}
