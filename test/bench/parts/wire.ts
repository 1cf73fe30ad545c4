import type { Figure } from '../figures.ts';
import { createClient } from '../http-client.ts';
import { BROWSER_HEADERS, recordJourney } from '../journey.ts';
import type { Pair } from '../pair.ts';
import type { ServerProcess } from '../server-process.ts';

const GZIP = ['Accept-Encoding: gzip', 'Accept: text/html'];
const KB = 1024;

/** How much comes over the line on a journey: the question pages together, and the advice. */
export async function measureWire(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const { startOurs, startOther } = await getPair();
  const ours = await weigh(startOurs, GZIP);
  const asBrowser = await weigh(startOurs, BROWSER_HEADERS);
  const other = startOther && (await weigh(startOther, GZIP));
  const note = (kind: 'questions' | 'advice') =>
    [`as a browser asks ${asBrowser[kind].toFixed(1)} KB`, other && `other ${other[kind].toFixed(1)} KB`]
      .filter(Boolean)
      .join(', ');
  return [
    {
      name: `${ours.count} question pages, gzip`,
      values: [ours.questions],
      goal: { atMost: 43 },
      unit: 'KB',
      note: note('questions'),
    },
    { name: 'advice, gzip', values: [ours.advice], goal: { atMost: 7 }, unit: 'KB', note: note('advice') },
  ];
}

async function weigh(start: () => Promise<ServerProcess>, headers: readonly string[]) {
  const server = await start();
  const client = await createClient(server.port, headers);
  const steps = await recordJourney(client);
  client.close();
  await server.stop();
  const sum = (isQuestion: boolean) =>
    steps
      .filter(({ form }) => (form !== null) === isQuestion)
      .reduce((total, { bytes }) => total + bytes, 0) / KB;
  return { count: steps.length - 1, questions: sum(true), advice: sum(false) };
}
