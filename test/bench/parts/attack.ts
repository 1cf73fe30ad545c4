import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, percentile } from '../figures.ts';
import { createClient } from '../http-client.ts';
import { FIRST_PAGE } from '../journey.ts';
import type { Pair } from '../pair.ts';
import { fillOrdinary, fillWorst, findReferralForm } from '../referral-form.ts';

/** How many of the worst forms the attacker has under way all the time, and for how long, in milliseconds. */
const TOGETHER = 22;
const DURATION = 30_000;
const PERIOD = 500;
/** The headers of a program at an address, for a server behind one proxy. */
const from = (address: string) => ['Accept: text/html', `X-Forwarded-For: ${address}`];
const ATTACKER = from('203.0.113.7');
const MB = 1024 ** 2;

/** What a PDF costs of the worst forms, and what honest people notice of an address that asks for them without end. */
export async function measureAttack(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const server = await (await getPair()).startOurs({ TRUST_PROXY: 'loopback' });
  const client = await createClient(server.port, from('198.51.100.1'));
  const form = await findReferralForm(client);
  const path = `${form.path}/pdf${form.query}`;
  const ordinary = fillOrdinary(form);
  const worst = fillWorst(form);
  const figures: Figure[] = [];
  await client.post(path, ordinary);
  for (const [name, body] of Object.entries({ ordinary, ...worst })) {
    const cpu: number[] = [];
    let pages = 0;
    for (let count = 0; count < 5; count += 1) {
      const before = await server.measure();
      const answer = await client.post(path, body);
      cpu.push(((await server.measure()).cpu - before.cpu) / 1000);
      if (answer.status !== 200) throw new Error(`The form "${name}" gave ${answer.status}.`);
      pages = Number(/\/Type \/Pages\n\/Count (\d+)/.exec(answer.body.toString('latin1'))?.[1]);
    }
    figures.push({
      name: `PDF, ${name} (${(body.length / 1000).toFixed(0)} KB), CPU`,
      values: cpu,
      goal: name === 'ordinary' ? null : { atMost: 150 },
      unit: 'ms',
      note: `${pages} pages`,
    });
  }
  client.close();
  let isOver = false;
  // What the machine itself makes people wait.
  const before = await visitHonestly(server.port, path, ordinary, DURATION / 3);
  let refused = 0;
  const attack = Array.from({ length: TOGETHER }, async (_, index) => {
    const own = await createClient(server.port, ATTACKER);
    const bodies = Object.values(worst);
    while (!isOver) {
      const { status } = await own.post(path, bodies[index % bodies.length] ?? '');
      if (status !== 200) refused += 1;
    }
    own.close();
  });
  const visited = await visitHonestly(server.port, path, ordinary, DURATION);
  isOver = true;
  await Promise.all(attack);
  const { rss } = await server.measure();
  await server.stop();
  const toNote = ({ pdfs }: Visited) => `p50 ${percentile(pdfs, 0.5).toFixed(0)} ms, of ${pdfs.length}`;
  const toFigure = (name: string, values: readonly number[], atMost: number | null, note = ''): Figure => ({
    name: `${name} (p99)`,
    values: [percentile(values, 0.99)],
    goal: atMost === null ? null : { atMost },
    unit: 'ms',
    note,
  });
  return [
    ...figures,
    toFigure('honest PDF while nobody attacks', before.pdfs, null, toNote(before)),
    toFigure(
      `honest PDF while one address has ${TOGETHER} of the worst under way`,
      visited.pdfs,
      1_000,
      `${toNote(visited)}; ${(rss / MB).toFixed(0)} MB`,
    ),
    {
      name: 'honest PDFs that were refused meanwhile',
      values: [visited.refused],
      goal: { atMost: 0 },
      unit: '',
      note: `of the attacker ${refused}`,
    },
    toFigure('a page while nobody attacks', before.pages, null),
    toFigure('a page meanwhile', visited.pages, 250),
  ];
}

/** What honest people waited for, in milliseconds, and how many PDFs they did not get. */
interface Visited {
  readonly pages: readonly number[];
  readonly pdfs: readonly number[];
  readonly refused: number;
}

/** Every half second somebody comes from an address of their own, and asks for a page and then for a PDF; for `duration` milliseconds. */
async function visitHonestly(
  port: number,
  path: string,
  ordinary: string,
  duration: number,
): Promise<Visited> {
  const pages: number[] = [];
  const pdfs: number[] = [];
  let refused = 0;
  const asked: Promise<void>[] = [];
  const visit = async (address: string) => {
    const own = await createClient(port, from(address));
    const begin = performance.now();
    await own.get(FIRST_PAGE);
    pages.push(performance.now() - begin);
    const beginPdf = performance.now();
    const { status } = await own.post(path, ordinary);
    pdfs.push(performance.now() - beginPdf);
    if (status !== 200) refused += 1;
    own.close();
  };
  for (const end = performance.now() + duration; performance.now() < end; await wait(PERIOD))
    asked.push(visit(`198.51.100.${asked.length + 2}`));
  await Promise.all(asked);
  return { pages, pdfs, refused };
}
