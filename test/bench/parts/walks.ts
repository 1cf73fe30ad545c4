import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../figures.ts';
import { createClient } from '../http-client.ts';
import { BROWSER_HEADERS, recordJourney } from '../journey.ts';
import type { Pair } from '../pair.ts';
import { fillOrdinary, findReferralForm } from '../referral-form.ts';

/** After an answer comes what nobody waits for: the counting, the line in the log. In milliseconds. */
const AFTERWARDS = 50;
/** What is put off at the start, such as writing counts, is over by then; in milliseconds. */
const SETTLED = 3_000;
/** The question in the middle of the journey. */
const MIDDLE = 4;

/** How many of our files somebody walks through who follows one request, or the start until the first page. */
export async function measureWalks(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const server = await (await getPair()).startFollowed();
  const figures: Figure[] = [];
  const note = async (name: string, atMost: number | null) => {
    await wait(AFTERWARDS);
    const { files, functions } = await server.takeEntered();
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
  await wait(SETTLED);
  await server.takeEntered();

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
