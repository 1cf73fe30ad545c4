import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median, printTable, show, toRow } from './figures.ts';
import { createClient } from './http-client.ts';
import { recordJourney, WARM_UP, walkTogether } from './journey.ts';
import { createPair } from './pair.ts';
import { listQuestions, type PeerPage, walkPeer } from './peer-journey.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { divide } from './time.ts';

const PEERS = join(process.cwd(), 'test', 'bench', 'peers');
/** How many times as much CPU as ours each peer should take at least. */
const GOALS = { 'hmpo-form-wizard': 5, hof: 15 };
const REPEATS = 3;
/** Journeys over which CPU time is counted, and over how many connections. */
const COUNTED = 300;
const CONNECTIONS = 4;

/** A server of this measurement: how it is started, and how so many journeys are walked over it. */
interface Candidate {
  readonly name: string;
  readonly start: () => Promise<ServerProcess>;
  readonly walk: (port: number, journeys: number) => Promise<void>;
  readonly pages: readonly PeerPage[];
  readonly cpu: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'rdm-peers-'));
const pair = await createPair(null);
try {
  const steps = await recordOurs();
  const questions = listQuestions(steps);
  writeFileSync(join(folder, 'questions.json'), JSON.stringify(questions));
  const ours: Candidate = {
    name: 'ours',
    start: pair.startOurs,
    walk: (port, journeys) => walkTogether(port, journeys, CONNECTIONS),
    pages: steps.map(({ form, bytes }) => ({ isResult: form === null, bytes })),
    cpu: [],
  };
  const peers: Candidate[] = [];
  for (const name of Object.keys(GOALS)) {
    const start = () =>
      startServer({
        args: [join(PEERS, `${name}.js`), folder],
        cwd: PEERS,
        firstPage: questions[0]?.path ?? '/',
        env: { NODE_ENV: 'production' },
      });
    const pages: PeerPage[] = [];
    const server = await start();
    await walkPeer(server.port, questions, 1, 1, (page) => pages.push(page));
    await server.stop();
    peers.push({
      name,
      start,
      walk: (port, journeys) => walkPeer(port, questions, journeys, CONNECTIONS),
      pages,
      cpu: [],
    });
  }
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const candidate of [ours, ...peers]) candidate.cpu.push(await takeTurn(candidate));
  }
  process.stdout.write(`Node ${process.versions.node}, ${questions.length} questions and a result\n\n`);
  printTable(
    ['', 'version', 'CPU per journey', 'question page', 'result'],
    [ours, ...peers].map((candidate) => [
      candidate.name,
      candidate === ours ? '' : readVersion(candidate.name),
      `${show(median(candidate.cpu) / 1000)} ms`,
      toSize(candidate, false),
      toSize(candidate, true),
    ]),
  );
  process.stdout.write('\n');
  const figures = peers.map(
    ({ name, cpu }): Figure => ({
      name: `CPU per journey of ${name}, ours = 1`,
      values: divide(cpu, ours.cpu),
      goal: { atLeast: GOALS[name as keyof typeof GOALS] },
    }),
  );
  printTable(['what', 'measured', 'middle half', 'goal', ''], figures.map(toRow));
} finally {
  pair.remove();
  rmSync(folder, { recursive: true, force: true });
}

/** Our pages before they are compressed: the peers do not compress. */
async function recordOurs() {
  const server = await pair.startOurs();
  const client = await createClient(server.port);
  const steps = await recordJourney(client);
  client.close();
  await server.stop();
  return steps;
}

/** One fresh process: warmed up, measured, stopped. Gives the CPU time of a journey in microseconds. */
async function takeTurn({ name, start, walk }: Candidate): Promise<number> {
  process.stderr.write(`${name}…\n`);
  const server = await start();
  await walk(server.port, WARM_UP);
  const begin = await server.measure();
  await walk(server.port, COUNTED);
  const end = await server.measure();
  await server.stop();
  return (end.cpu - begin.cpu) / COUNTED;
}

function readVersion(name: string): string {
  return JSON.parse(readFileSync(join(PEERS, 'package.json'), 'utf8')).dependencies[name];
}

/** The size of a page before it is compressed, the median of them. */
function toSize({ pages }: Candidate, isResult: boolean): string {
  return `${show(median(pages.filter((page) => page.isResult === isResult).map(({ bytes }) => bytes)) / 1024)} KB`;
}
