import { workerData } from 'node:worker_threads';
import type { SiteBase } from './create-site.ts';
import { answerJobs } from './server/helper-thread.ts';
import { makeSiteParts, type PartsJob } from './site-parts.ts';
import { createViews } from './templates/handlebars-views.ts';
import { readTexts } from './templates/texts.ts';

/** What the thread is started with: all of the base that can be handed to a thread, and where the rest lies. */
export interface WorkerBase
  extends Pick<SiteBase, 'baseUrl' | 'operator' | 'canSend' | 'siteNaam' | 'assets'> {
  readonly root: string;
}

// The entry of the thread that makes what takes long of new content, so that no request waits for that.
const { root, ...base } = workerData as WorkerBase;
const whole = { ...base, views: createViews(`${root}views`), say: readTexts(`${root}views/text`) };

answerJobs(
  (job: PartsJob) => makeSiteParts(whole, job),
  (made) => ('parts' in made ? [made.parts.files.bytes] : []),
);
