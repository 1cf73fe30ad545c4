import { createCasusRules } from '../../../src/domain/casus/casus-rules.ts';
import { findPersonal } from '../../../src/domain/casus/find-personal.ts';
import { mergeCasussen } from '../../../src/domain/casus/merge-casus.ts';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { createBeslismodel } from '../../../src/domain/model/beslismodel.ts';
import { makeLongCasus } from '../../support/long-casus.ts';
import type { Figure } from '../figures.ts';
import { realContent, say } from '../generated-content.ts';
import { createClient } from '../http-client.ts';
import type { Pair } from '../pair.ts';
import { cpuTime, timeRuns } from '../time.ts';

const ENTRIES = 500;
const ROUNDS = 7;
/** For the engine to compile: a server runs for months. */
const WARM_UP = 3;
const PER_ROUND = 20;
const KB = 1024;

/** What a long case costs: opening two files of it, and its page. */
export async function measureCasus(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const rules = createCasusRules(say, realContent, createBeslismodel(realContent));
  const [ours, theirs] = [makeLongCasus(rules, ENTRIES, 1), makeLongCasus(rules, ENTRIES, 2)];
  const open = (text: string) => {
    const parsed = parseCasus(rules, text, '2026-11-21', '2026-11-21T09:00:00.000Z');
    if ('fout' in parsed) throw new Error(parsed.fout);
    return parsed.casus;
  };
  const opened = await timeRuns(
    () => {
      const merged = mergeCasussen(open(ours.text), open(theirs.text));
      return findPersonal(rules, merged);
    },
    { budget: 1000, clock: cpuTime },
  );
  const form = new URLSearchParams({ casus: JSON.stringify(ours.casus), actie: 'toon' }).toString();
  const [br, gzip] = [await measurePage(getPair, form, 'br'), await measurePage(getPair, form, 'gzip')];
  return [
    {
      name: `opening, checking and joining two files of ${ENTRIES} entries, CPU`,
      values: opened.map((time) => time / 1000),
      goal: { atMost: 50 },
      unit: 'ms',
    },
    {
      name: `page of a case with ${ENTRIES} entries, CPU of the whole server`,
      values: br.cpu,
      goal: { atMost: 20 },
      unit: 'ms',
    },
    {
      name: 'the same page, as a browser asks',
      values: [br.bytes / KB],
      goal: { atMost: 120 },
      unit: 'KB',
      note: `gzip ${(gzip.bytes / KB).toFixed(1)} KB`,
    },
  ];
}

async function measurePage(getPair: () => Promise<Pair>, form: string, encoding: string) {
  const server = await (await getPair()).startOurs();
  const client = await createClient(server.port, [`Accept-Encoding: ${encoding}`]);
  const cpu: number[] = [];
  let bytes = 0;
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const before = await server.measure();
    for (let count = 0; count < PER_ROUND; count += 1)
      bytes = (await client.post('/casus', form)).body.length;
    const { cpu: after } = await server.measure();
    if (round >= 0) cpu.push((after - before.cpu) / PER_ROUND / 1000);
  }
  client.close();
  await server.stop();
  return { cpu, bytes };
}
