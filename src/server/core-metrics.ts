import type { Meldingen } from '../domain/ports/meldingen.ts';
import { createMetrics, type Metrics } from '../http/metrics.ts';

/** Makes the numbers of a process, with those of what is kept. */
export function createCoreMetrics(meldingen: Pick<Meldingen, 'lijst'>): Metrics {
  const metrics = createMetrics();
  metrics.show('rdm_meldingen', 'Correction reports that are kept', () => meldingen.lijst().length);
  return metrics;
}
