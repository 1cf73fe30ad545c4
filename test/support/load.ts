import * as http from 'node:http';
import * as https from 'node:https';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a visitor waits between two steps, in milliseconds: the machine is to be busy, not full, also while a server starts. */
const PAUSE = 50;
/** Below the 500 reports that may be open. */
const MAX_REPORTS = 400;

/** An answer, as far as the load looks at it. */
export interface Seen {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

interface Sent {
  readonly form?: Readonly<Record<string, string>>;
  /** Without one the request has a connection of its own. */
  readonly agent?: http.Agent | undefined;
}

/** One request to a site on this machine, at `http://…` or at `https://…` with a certificate of its own. */
export function askSite(
  site: string,
  method: string,
  path: string,
  { form, agent }: Sent = {},
): Promise<Seen> {
  const { request } = site.startsWith('https:') ? https : http;
  const headers = form && { 'Content-Type': 'application/x-www-form-urlencoded' };
  const options = { method, headers, rejectUnauthorized: false, agent: agent ?? false };
  return new Promise((resolve, reject) => {
    const req = request(site + path, options, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      res.on('error', reject);
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, location: res.headers.location ?? '', text }),
      );
    });
    req.on('error', reject).end(form && new URLSearchParams(form).toString());
  });
}

/** What visitors met. */
export interface Met {
  /** What did not get the answer that it should, and how often. */
  readonly failed: Readonly<Record<string, number>>;
  readonly answered: number;
  /** The texts of the reports that were acknowledged. */
  readonly reports: readonly string[];
  /** The longest that this process had to wait for its turn, in milliseconds: so long the machine stood still. */
  readonly stoodStill: number;
}

/**
 * Visitors of a site, without end: readers of pages with their style sheet, people who answer the first question and open
 * the page that follows, and one who reports. `stop` waits for their last answers. With `connections: 'new'` each request
 * but those of one reader has a connection of its own; with `'kept'` they are kept, as browsers and proxies do.
 */
export function startLoad(
  site: string,
  { connections }: { readonly connections: 'new' | 'kept' },
): { readonly stop: () => Promise<Met> } {
  const { Agent } = site.startsWith('https:') ? https : http;
  const keeping = new Agent({ keepAlive: true });
  const agent = connections === 'kept' ? keeping : undefined;
  const failed: Record<string, number> = {};
  const reports: string[] = [];
  let answered = 0;
  let isOver = false;
  const turns = monitorEventLoopDelay({ resolution: 10 });
  turns.enable();

  async function visit(expected: number, method: string, path: string, sent: Sent = { agent }) {
    const seen = await askSite(site, method, path, sent).catch((error: Error) => ({
      status: String(error),
      location: '',
      text: '',
    }));
    const isRight = seen.status === expected;
    if (isRight) answered += 1;
    else {
      // Too busy, without storage and at an end are all 503; the title tells which.
      const [, title = ''] = /<title>([^<]*)/.exec(seen.text) ?? [];
      const what = `${method} ${path.split('?')[0]}: ${seen.status} ${title}`;
      failed[what] = (failed[what] ?? 0) + 1;
    }
    return isRight ? seen : null;
  }

  const read = async (sent: Sent) => {
    const page = await visit(200, 'GET', '/overlegtafels', sent);
    const [style] = /\/static\/site\.[^"]+\.css/.exec(page?.text ?? '') ?? [];
    if (style) await visit(200, 'GET', style, sent);
  };
  const readAnew = () => read({ agent });
  const readOn = () => read({ agent: keeping });
  const answer = async () => {
    const form = { acuutGevaar: 'nee' };
    const next = await visit(303, 'POST', '/vragen/acuut-gevaar', { form, agent });
    if (next) await visit(200, 'GET', next.location);
  };
  let nummer = 0;
  const report = async () => {
    if (nummer >= MAX_REPORTS) return;
    nummer += 1;
    const watMoetHetZijn = `Melding ${nummer}`;
    const form = { pagina: '/', veld: 'proef', watMoetHetZijn, email: '' };
    if (await visit(200, 'POST', '/klopt-niet', { form, agent })) reports.push(watMoetHetZijn);
  };
  const all = [readAnew, readAnew, readOn, answer, answer, answer, report].map(async (step) => {
    for (; !isOver; await wait(PAUSE)) await step();
  });
  return {
    async stop() {
      isOver = true;
      await Promise.all(all);
      keeping.destroy();
      turns.disable();
      return { failed, answered, reports, stoodStill: turns.max / 1e6 };
    },
  };
}
