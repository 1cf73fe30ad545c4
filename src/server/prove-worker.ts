import { type ProveJob, proveHere } from './content-editing.ts';
import { answerJobs } from './helper-thread.ts';

// The entry of the thread that proves what a draft does, so that no request waits for that.
answerJobs(async (job: ProveJob) => ({ proof: await proveHere(job) }));
