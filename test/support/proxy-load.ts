import { Agent, request } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a visitor waits between two steps, in milliseconds: the machine is to be busy, not full. */
const PAUSE = 15;
/** Below the 500 reports that may be open. */
const MAX_REPORTS = 400;

/** An answer, as far as the load looks at it. */
export interface Seen {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

/** One request to a proxy on this machine, whose certificate is its own. */
export function askProxy(
  port: number,
  method: string,
  path: string,
  { form, agent }: { readonly form?: Readonly<Record<string, string>>; readonly agent?: Agent } = {},
): Promise<Seen> {
  const headers = form && { 'Content-Type': 'application/x-www-form-urlencoded' };
  const where = { port, host: '127.0.0.1', method, path, headers, rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const req = request({ ...where, agent: agent ?? false }, (res) => {
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
}

/**
 * Visitors of a site behind a proxy, without end: readers of pages with their style sheet, people who answer the first
 * question and open the page that follows, and one who reports. `stop` waits for their last answers.
 */
export function startProxyLoad(port: number): { readonly stop: () => Promise<Met> } {
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const failed: Record<string, number> = {};
  const reports: string[] = [];
  let answered = 0;
  let isOver = false;

  async function visit(expected: number, method: string, path: string, form?: Record<string, string>) {
    const seen = await askProxy(port, method, path, { agent, ...(form && { form }) }).catch(
      (error: Error) => ({ status: String(error), location: '', text: '' }),
    );
    const isRight = seen.status === expected;
    if (isRight) answered += 1;
    else {
      const what = `${method} ${path.split('?')[0]}: ${seen.status}`;
      failed[what] = (failed[what] ?? 0) + 1;
    }
    return isRight ? seen : null;
  }

  const read = async () => {
    const page = await visit(200, 'GET', '/overlegtafels');
    const [style] = /\/static\/site\.[^"]+\.css/.exec(page?.text ?? '') ?? [];
    if (style) await visit(200, 'GET', style);
  };
  const answer = async () => {
    const next = await visit(303, 'POST', '/vragen/acuut-gevaar', { acuutGevaar: 'nee' });
    if (next) await visit(200, 'GET', next.location);
  };
  let nummer = 0;
  const report = async () => {
    if (nummer >= MAX_REPORTS) return;
    nummer += 1;
    const watMoetHetZijn = `Melding ${nummer}`;
    const form = { pagina: '/', veld: 'proef', watMoetHetZijn, email: '' };
    if (await visit(200, 'POST', '/klopt-niet', form)) reports.push(watMoetHetZijn);
  };
  const all = [read, read, read, answer, answer, answer, report].map(async (step) => {
    for (; !isOver; await wait(PAUSE)) await step();
  });
  return {
    async stop() {
      isOver = true;
      await Promise.all(all);
      agent.destroy();
      return { failed, answered, reports };
    },
  };
}
