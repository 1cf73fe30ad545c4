import type { Logger } from 'pino';
import { startMetricsServer } from '../http/metrics-server.ts';
import { createStopper } from './create-stopper.ts';
import { openCore } from './open-core.ts';
import type { Start } from './read-start.ts';
import { serveSite } from './serve-site.ts';
import type { MakeApp } from './site-ports.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/**
 * Runs the whole site in this process: what is kept, what is sent, and the pages.
 * @throws Error in plain Dutch when it cannot start.
 */
export async function runSingle(start: Start, makeApp: MakeApp, log: Logger, now: () => Date): Promise<void> {
  const { metricsPort, baseUrl } = start.config;
  const core = await openCore(start, log, now);
  try {
    // Most servers show no numbers, and need nothing of it.
    const metrics =
      metricsPort === undefined
        ? undefined
        : (await import('./core-metrics.ts')).createCoreMetrics(core.meldingen);
    if (metrics && metricsPort !== undefined) await startMetricsServer(metrics.registry, metricsPort);
    const site = await serveSite({ start, ports: core, makeApp, metrics, log, now });
    log.info(`RDM-wegwijzer staat klaar op ${baseUrl}`);
    const drain = () => {
      // At once: an attempt to send may take seconds to end.
      void core.stopSending();
      return site.drain();
    };
    const close = async () => {
      await site.close();
      await core.close();
    };
    stopOnSignals(
      createStopper({ drain, breakOff: site.breakOff, close, exit: (code) => process.exit(code), log }),
    );
    await site.complete();
  } catch (error) {
    await core.close();
    throw error;
  }
}
