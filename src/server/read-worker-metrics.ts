import { setTimeout as wait } from 'node:timers/promises';
import type { Peer } from '../adapters/ipc/create-peer.ts';
import type { ProcessMetrics } from '../http/aggregate-metrics.ts';
import type { WorkerService } from './process-services.ts';

/** How long a worker may take to give its numbers, in milliseconds. */
const GEDULD = 2_000;

/** The numbers of the workers; one that is gone or stuck must not keep back those of the others. */
export async function readWorkerMetrics(
  workers: readonly Peer<WorkerService>[],
): Promise<readonly ProcessMetrics[]> {
  return Promise.all(
    workers.map((worker) =>
      Promise.race([worker.call('readMetrics').catch(() => []), wait(GEDULD, [], { ref: false })]),
    ),
  );
}
