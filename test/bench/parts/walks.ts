import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../figures.ts';
import { createClient } from '../http-client.ts';
import { BROWSER_HEADERS, recordJourney } from '../journey.ts';
import type { Pair } from '../pair.ts';
import { fillOrdinary, findReferralForm } from '../referral-form.ts';
import type { ServerProcess } from '../server-process.ts';

/** After an answer comes what nobody waits for: the counting, the line in the log. In milliseconds. */
const AFTERWARDS = 50;
/** How long nobody asks anything, to see what the server does by itself; longer than it waits between two looks at its folder. */
const SILENCE = 3_000;
/** What it does by itself enters no more files than this; what it still makes of the start, in the background, does. */
const BY_ITSELF = 10;
/** The question in the middle of the journey. */
const MIDDLE = 4;

/** How many of our files somebody walks through who follows one request, or the start until the first page. */
export async function measureWalks(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const server = await (await getPair()).startFollowed();
  const figures: Figure[] = [];
  let byItself: ReadonlySet<string> = new Set();
  const note = async (name: string, atMost: number | null) => {
    await wait(AFTERWARDS);
    const { files: entered, functions } = await server.takeEntered();
    const files = entered.filter((file) => !byItself.has(file));
    const goal = atMost === null ? null : { atMost };
    figures.push({ name, values: [files.length], unit: 'files', goal, note: `${functions} functions` });
  };
  await note('files entered: start to first page', 150);
  const plain = await createClient(server.port);
  const client = await createClient(server.port, BROWSER_HEADERS);
  // What is made once and kept does not count: each page was asked for before.
  const steps = await recordJourney(plain);
  const form = await findReferralForm(plain);
  const filled = fillOrdinary(form);
  await client.post(form.path + form.query, filled);
  byItself = await waitForSilence(server);

  const { path, form: answer, next } = steps[MIDDLE] ?? {};
  if (path === undefined || answer == null || next == null) throw new Error('The journey is too short.');
  await client.post(path, answer);
  await note('files entered: answer', 25);
  await client.get(next);
  await note('files entered: question', null);
  await client.get(form.advice);
  await note('files entered: advice', 35);
  await client.get(form.path + form.query);
  await note('files entered: form of a referral', null);
  const preview = await client.post(form.path + form.query, filled);
  if (preview.status !== 200) throw new Error(`The preview gave ${preview.status}.`);
  await note('files entered: preview', 45);
  plain.close();
  client.close();
  await server.stop();
  return figures;
}

/** Waits until the pages that are made in the background are there; gives what the server enters while nobody asks anything. */
async function waitForSilence(server: ServerProcess): Promise<ReadonlySet<string>> {
  for (;;) {
    await wait(SILENCE);
    const { files } = await server.takeEntered();
    if (files.length <= BY_ITSELF) return new Set(files);
  }
}
