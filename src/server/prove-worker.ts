import { parentPort } from 'node:worker_threads';
import { type ProveJob, proveHere } from './content-editing.ts';

// The entry of the thread that proves what a draft does, so that no request waits for that.
async function answer(job: ProveJob) {
  try {
    return { proof: await proveHere(job) };
  } catch (error) {
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: ProveJob) => {
  void answer(job).then((proved) => parentPort?.postMessage(proved));
});
