import type { RequestListener } from 'node:http';
import type { Records } from '../domain/editing/records.ts';
import type { Files, LiveFault, LiveVersion } from '../domain/editing/versions.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import { type Attempt, findShowable } from './find-showable.ts';

/** How long to wait before looking again when the storage or the making failed: each time twice as long, in milliseconds. */
const RETRY = { first: 5_000, longest: 60_000 };

/** The site of one version, ready for requests. */
export interface VersionSite {
  readonly handle: RequestListener;
}

interface Options<Site> {
  readonly records: Pick<Records, 'read' | 'findLiveVersion' | 'onVersion'>;
  /** The files of the program: version 0. */
  readonly projectFiles: Files;
  /** Makes a site before there are requests, the quickest way. */
  readonly begin: (live: LiveVersion) => Promise<Attempt<Site>>;
  /** Makes a site beside the one that answers requests: complete, and without keeping those waiting. */
  readonly build: (live: LiveVersion) => Promise<Attempt<Site>>;
  /** Told of a version that this program cannot show. */
  readonly onRefused: (fault: LiveFault) => void;
  /** Told of the number of the version that is shown from now on. */
  readonly onSwitch: (nummer: number) => void;
  /** Told of what went wrong with making a site, other than its content and the storage. */
  readonly onError: (error: unknown) => void;
  readonly retry?: typeof RETRY;
}

/** The site as it is now; what it shows follows what is published. */
export interface LiveSite<Site> {
  /** Answers a request with the version that is live when it comes. */
  readonly handle: RequestListener;
  /** The site that is live. */
  current(): Site;
  /** The number of its version. */
  nummer(): number;
  /** Why the newest version is not the one that is shown. */
  fault(): LiveFault | null;
  /** Shows what is published from now on. */
  follow(): void;
  /** Builds nothing any more, once what is being built has ended. */
  stop(): Promise<void>;
}

/**
 * Makes the site of the version that is live: the newest that this program can show, else the files of the program, also
 * when there is no storage. Every version is built beside the one that answers, and takes over at once when it is
 * complete; requests under way end with the one that they began with.
 * @throws Error when the files of the program themselves cannot be shown.
 */
export async function openLiveSite<Site extends VersionSite>(
  options: Options<Site>,
): Promise<LiveSite<Site>> {
  const { records, projectFiles, begin, build, onSwitch, onError, retry = RETRY } = options;
  const refused = new Map<number, readonly string[]>();
  let fault: LiveFault | null = null;
  /** The newest number; null when that is not known. */
  let newest: number | null = null;
  let delay = retry.first;
  let isWanted = false;
  let busy: Promise<void> | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let unfollow = () => {};

  const toLive = (nummer: number, files: Files): LiveVersion => ({
    ...{ nummer, files, projectFiles },
    get fault() {
      return fault;
    },
  });

  /** What is to be shown, made by `make`; null when that is shown already. */
  async function find(make: typeof build, shown: number | null) {
    newest = null;
    newest = await records.findLiveVersion();
    const found = await findShowable<Site>({
      ...{ records, newest, shown, refused, onRefused: options.onRefused },
      attempt: (nummer, files) => make(toLive(nummer, files)),
    });
    fault = found.fault;
    const { nummer } = found;
    if (nummer === shown) return null;
    return { nummer, site: found.made ?? (await makeOwn(make)) };
  }

  async function makeOwn(make: typeof build): Promise<Site> {
    const attempt = await make(toLive(0, projectFiles));
    if ('made' in attempt) return attempt.made;
    throw new Error(`The content of the program cannot be shown:\n${attempt.fouten.join('\n')}`);
  }

  /** The storage does not have to be there, nor what it keeps to be whole: what is shown goes on, or the files of the program. */
  function noteFailure(error: unknown): null {
    // What opens the storage says that there is none.
    if (newest === null && error instanceof StorageFailure) return null;
    fault = { nummer: newest ?? 0, fouten: [error instanceof Error ? error.message : String(error)] };
    onError(error);
    return null;
  }

  let shown = (await find(begin, null).catch(noteFailure)) ?? { nummer: 0, site: await makeOwn(begin) };

  /** One build after another, until nothing was published since the last look. */
  async function catchUp(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        const next = await find(build, shown.nummer);
        if (next && !isStopped) {
          shown = next;
          onSwitch(next.nummer);
        }
        delay = retry.first;
      } catch (error) {
        if (isStopped) break;
        noteFailure(error);
        timer = setTimeout(look, delay).unref();
        delay = Math.min(delay * 2, retry.longest);
        break;
      }
    }
    busy = null;
  }

  function look(): void {
    clearTimeout(timer);
    isWanted = true;
    if (!isStopped) busy ??= catchUp();
  }

  return {
    handle: (req, res) => shown.site.handle(req, res),
    current: () => shown.site,
    nummer: () => shown.nummer,
    fault: () => fault,
    follow() {
      unfollow = records.onVersion(look);
      // What was published while the site was made, or could not be read then.
      look();
    },
    async stop() {
      isStopped = true;
      unfollow();
      clearTimeout(timer);
      await busy;
    },
  };
}
