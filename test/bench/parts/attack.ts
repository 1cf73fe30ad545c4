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
  const refused = { attacker: 0, honest: 0 };
  const attack = Array.from({ length: TOGETHER }, async (_, index) => {
    const own = await createClient(server.port, ATTACKER);
    const bodies = Object.values(worst);
    while (!isOver) {
      const { status } = await own.post(path, bodies[index % bodies.length] ?? '');
      if (status !== 200) refused.attacker += 1;
    }
    own.close();
  });
  const times: number[] = [];
  const pages: number[] = [];
  const asked: Promise<void>[] = [];
  for (const end = performance.now() + DURATION; performance.now() < end; await wait(PERIOD)) {
    asked.push(
      (async () => {
        const own = await createClient(server.port, from(`198.51.100.${asked.length + 2}`));
        const begin = performance.now();
        await own.get(FIRST_PAGE);
        pages.push(performance.now() - begin);
        const beginPdf = performance.now();
        const { status } = await own.post(path, ordinary);
        times.push(performance.now() - beginPdf);
        if (status !== 200) refused.honest += 1;
        own.close();
      })(),
    );
  }
  await Promise.all(asked);
  isOver = true;
  await Promise.all(attack);
  const { rss } = await server.measure();
  await server.stop();
  const note = `p50 ${percentile(times, 0.5).toFixed(0)} ms, of ${times.length}; ${(rss / MB).toFixed(0)} MB`;
  return [
    ...figures,
    {
      name: `honest PDF while one address has ${TOGETHER} of the worst under way (p99)`,
      values: [percentile(times, 0.99)],
      goal: { atMost: 1_000 },
      unit: 'ms',
      note,
    },
    {
      name: 'honest PDFs that were refused meanwhile',
      values: [refused.honest],
      goal: { atMost: 0 },
      unit: '',
      note: `of the attacker ${refused.attacker}`,
    },
    {
      name: 'a page meanwhile (p99)',
      values: [percentile(pages, 0.99)],
      goal: { atMost: 250 },
      unit: 'ms',
    },
  ];
}
