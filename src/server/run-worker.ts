import type { Worker } from 'node:cluster';
import { createViews } from '../adapters/handlebars-views.ts';
import { createPeer, type Peer } from '../adapters/ipc/create-peer.ts';
import { createLog } from '../log.ts';
import { createStopper } from './create-stopper.ts';
import type { PrimaryService, WorkerService } from './process-services.ts';
import { createRemotePorts } from './remote-ports.ts';
import { serveSite } from './serve-site.ts';
import type { MakeApp } from './site-ports.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/**
 * Serves the site in this process below the project folder `root`, and leaves to the primary process what the site has
 * once. When it cannot, the primary hears why, and this process ends.
 */
export async function runWorker(
  worker: Worker,
  root: string,
  makeApp: MakeApp,
  now: () => Date,
): Promise<void> {
  // The primary is gone. Node notices that too, and then ends this process.
  worker.on('error', () => {});
  let begun: WorkerService | null = null;
  const primary: Peer<PrimaryService> = createPeer<WorkerService, PrimaryService>(worker, {
    // As long as the site is not there, nothing is in progress.
    stop: () => (begun ? begun.stop() : process.exit(0)),
    writePdf: async (pdf) => need(begun).writePdf(pdf),
    readMetrics: async () => begun?.readMetrics() ?? [],
  });
  try {
    const { service, complete } = await serve(worker, primary, root, makeApp, now);
    begun = service;
    await complete();
    primary.tell('started');
  } catch (error) {
    await primary.call('startFailed', error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function serve(
  worker: Worker,
  primary: Peer<PrimaryService>,
  root: string,
  makeApp: MakeApp,
  now: () => Date,
): Promise<{ readonly service: WorkerService; readonly complete: () => Promise<void> }> {
  const begin = await primary.call('begin');
  const { config, content, thema } = begin;
  const log = createLog(config.logLevel);
  // Node ends a worker without its primary by itself, right after this.
  worker.once('disconnect', () => log.error('het hoofdproces is weg, dus dit werkproces ook'));
  const { ports, writePdf, flush } = createRemotePorts(primary, begin);
  const metrics =
    config.metricsPort === undefined ? undefined : (await import('../http/metrics.ts')).createMetrics();
  const start = { config, content, thema, views: createViews(`${root}views`) };
  const site = await serveSite({ start, ports, makeApp, metrics, log, now });
  const stopper = createStopper({
    ...site,
    close: async () => {
      await site.close();
      await flush();
    },
    exit: (code) => process.exit(code),
    log,
  });
  stopOnSignals(stopper);
  const service: WorkerService = {
    stop: () => stopper.begin('het hoofdproces vraagt het'),
    writePdf,
    readMetrics: async () => metrics?.registry.getMetricsAsJSON() ?? [],
  };
  return { service, complete: site.complete };
}

function need(begun: WorkerService | null): WorkerService {
  if (!begun) throw new Error('This process has not begun yet.');
  return begun;
}
