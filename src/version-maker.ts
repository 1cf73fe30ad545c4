import type { RequestListener } from 'node:http';
import { setImmediate as takeTurn } from 'node:timers/promises';
import { putTogether } from './app.ts';
import { toRegel } from './content/content-fault.ts';
import { readContentFiles } from './content/load-content.ts';
import { createSite, type MadeParts, type SiteBase } from './create-site.ts';
import type { LiveVersion } from './domain/editing/versions.ts';
import type { Content } from './domain/model/content.ts';
import type { Attempt } from './server/find-showable.ts';
import { createHelperThread } from './server/helper-thread.ts';
import { createServices, type Services, type Shared } from './services.ts';
import { openSiteParts, type PartsAnswer, type PartsJob } from './site-parts.ts';
import type { WorkerBase } from './site-worker.ts';
import { renderBusyPage } from './web/busy-page.ts';

/** A version of the content as a whole site. */
export interface SiteVersion {
  readonly handle: RequestListener;
  readonly publication: Services['publication'];
  /** The page for who sends a form when there are too many requests. */
  readonly busyPage: Buffer;
}

/** Makes a site of each version that is to be shown. */
export interface VersionMaker {
  /** At the start, when nobody waits: what takes long is made when it is first asked for. */
  begin(live: LiveVersion): Promise<Attempt<SiteVersion>>;
  /** Beside the site that answers requests: what takes long is made in a thread, and the rest in small turns. */
  build(live: LiveVersion): Promise<Attempt<SiteVersion>>;
  stop(): Promise<void>;
}

interface Options {
  /** The folder of the project. */
  readonly root: string;
  readonly base: SiteBase;
  /** What outlives every version. */
  readonly shared: Shared;
  /** The content of the program, which was read already. */
  readonly own: Content;
  /** The compiled thread; it stands beside the compiled form of this file. */
  readonly entry?: URL;
}

/** Makes the maker; its thread starts with the first version that is published while the server runs. */
export function createVersionMaker({
  root,
  base,
  shared,
  own,
  entry = new URL('./site-worker.js', import.meta.url),
}: Options): VersionMaker {
  const { views: _views, say: _say, publicFiles: _files, ruimte, now, ...plain } = base;
  const workerData: WorkerBase = { ...plain, root };
  const thread = createHelperThread<PartsJob, PartsAnswer>({ entry, name: 'inhoud', workerData });

  async function make(
    live: LiveVersion,
    content: Content,
    parts: MadeParts | null,
  ): Promise<Attempt<SiteVersion>> {
    const site = createSite(base, content, parts);
    await takeTurn();
    const services = createServices(shared, site, live);
    const handle = await doInTurns(putTogether(services));
    await takeTurn();
    return { made: { handle, publication: services.publication, busyPage: renderBusyPage(services) } };
  }

  return {
    async begin(live) {
      if (live.nummer === 0) return make(live, own, null);
      const { content, fouten } = readContentFiles(live.files);
      return content && fouten.length === 0 ? make(live, content, null) : { fouten: fouten.map(toRegel) };
    },
    async build(live) {
      const job = {
        files: live.files,
        now: now().getTime(),
        rooms: ruimte.read(),
        edition: ruimte.edition(),
      };
      const answer = await thread.ask(job);
      if ('fouten' in answer) return answer;
      const { content, made } = await openSiteParts(base.say, answer.parts);
      return make(live, content, made);
    },
    stop: thread.stop,
  };
}

/** Does what can be done in parts, a part a turn, so that requests come in between. */
async function doInTurns<T>(parts: Iterator<void, T>): Promise<T> {
  let part = parts.next();
  while (!part.done) {
    await takeTurn();
    part = parts.next();
  }
  return part.value;
}
