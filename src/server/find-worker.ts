import cluster, { type Worker } from 'node:cluster';

/** What stands behind the command of a worker; it is also how an operator tells the processes apart. */
const WERKPROCES = 'werkproces';

/** Lets the workers that start from now on be recognised, and lets what is sent to them and back keep its form. */
export function setUpWorkers(): void {
  cluster.setupPrimary({ args: [WERKPROCES], serialization: 'advanced' });
}

/**
 * This process as a worker of ours; null when it is none. A process manager with a cluster of its own starts processes
 * that node:cluster calls workers too, but those have no primary of ours.
 */
export function findWorker(): Worker | null {
  return process.argv[2] === WERKPROCES ? (cluster.worker ?? null) : null;
}
