import { AggregatorRegistry } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** The numbers of one process, as they go to another. */
export type ProcessMetrics = Awaited<ReturnType<Metrics['registry']['getMetricsAsJSON']>>;

/** Numbers that can be read as text. */
export interface ReadableMetrics {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** The numbers of this process and of the others together: counts and memory are added, delays of the event loop averaged. */
export function aggregateMetrics(
  { registry }: Pick<Metrics, 'registry'>,
  readOthers: () => Promise<readonly ProcessMetrics[]>,
): ReadableMetrics {
  return {
    contentType: registry.contentType,
    metrics: async () =>
      AggregatorRegistry.aggregate([await registry.getMetricsAsJSON(), ...(await readOthers())]).metrics(),
  };
}
