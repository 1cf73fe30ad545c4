import { parentPort, workerData } from 'node:worker_threads';
import type { SiteBase } from './create-site.ts';
import { makeSiteParts, type PartsAnswer, type PartsJob } from './site-parts.ts';
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

async function answer(job: PartsJob): Promise<PartsAnswer | { readonly broken: string }> {
  try {
    return await makeSiteParts(whole, job);
  } catch (error) {
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: PartsJob) => {
  void answer(job).then((made) =>
    parentPort?.postMessage(made, 'parts' in made ? [made.parts.files.bytes] : []),
  );
});
