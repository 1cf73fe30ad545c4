import type { Logger } from 'pino';
import { createPeer, type Peer } from '../adapters/ipc/create-peer.ts';
import { startMetricsServer } from '../http/metrics-server.ts';
import { createHitCounter } from '../http/shared-hits.ts';
import { createStopper } from './create-stopper.ts';
import { setUpWorkers } from './find-worker.ts';
import { keepWorkers, type Workers } from './keep-workers.ts';
import { type Core, openCore } from './open-core.ts';
import { createPrimaryService } from './primary-service.ts';
import type { WorkerService } from './process-services.ts';
import type { Start } from './read-start.ts';
import { readWorkerMetrics } from './read-worker-metrics.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** When workers that do not end are killed, in milliseconds after the stop began; they break off requests at 8 s. */
const UITLOOP = 8_600;

type Werkprocessen = Workers<Peer<WorkerService>>;

/**
 * Runs what the site has once: what is kept and what is sent. The pages are served by workers, which this process
 * starts, replaces and stops.
 * @throws Error in plain Dutch when it or a worker cannot start.
 */
export async function runPrimary(start: Start, log: Logger, now: () => Date): Promise<void> {
  const { metricsPort, baseUrl, processes } = start.config;
  const core = await openCore(start, log, now);
  let workers: Werkprocessen | undefined;
  try {
    if (metricsPort !== undefined) {
      const { createCoreMetrics } = await import('./core-metrics.ts');
      const { aggregateMetrics } = await import('../http/aggregate-metrics.ts');
      const metrics = createCoreMetrics(core.meldingen);
      metrics.show('rdm_workers', 'Processes that serve pages', () => workers?.list().length ?? 0);
      const all = aggregateMetrics(metrics, () => readWorkerMetrics(workers?.list() ?? []));
      await startMetricsServer(all, metricsPort);
    }
    workers = startWorkers(start, core, log);
    stopWithWorkers(workers, core, log);
    await workers.ready;
    log.info(`RDM-wegwijzer staat klaar op ${baseUrl}, met ${processes} processen`);
  } catch (error) {
    workers?.kill();
    await core.close();
    throw error;
  }
}

function startWorkers(start: Start, core: Core, log: Logger): Werkprocessen {
  const countHit = createHitCounter();
  setUpWorkers();
  return keepWorkers({
    aantal: start.config.processes,
    log,
    connect: (worker, startHooks) => {
      const peer: Peer<WorkerService> = createPeer(
        worker,
        createPrimaryService({ start, core, countHit, worker: () => peer, startHooks }),
        (fout) => log.error({ err: fout, werkproces: worker.process.pid }, 'een vraag van een werkproces'),
      );
      return peer;
    },
  });
}

function stopWithWorkers(workers: Werkprocessen, core: Core, log: Logger): void {
  const drain = () => {
    // At once: an attempt to send may take seconds to end.
    void core.stopSending();
    for (const worker of workers.list()) worker.tell('stop');
    return workers.whenEnded();
  };
  stopOnSignals(
    createStopper({
      drain,
      breakOff: workers.kill,
      uitloop: UITLOOP,
      close: core.close,
      exit: (code) => {
        // One that is stuck would not notice that this process is gone.
        workers.kill();
        process.exit(code);
      },
      log,
    }),
  );
}
