import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { readFolderFiles } from '../../../src/content/content-source.ts';
import { readPart, writePart } from '../../../src/domain/editing/part.ts';
import type { Files } from '../../../src/domain/editing/versions.ts';
import { createProveThread, proveHere } from '../../../src/server/content-editing.ts';
import type { Figure } from '../figures.ts';

const ROUNDS = 20;
/** The folder in which the measurement is started. */
const ROOT = `${process.cwd()}/`;
/** The thread as the build made it. */
const ENTRY = pathToFileURL(join(ROOT, 'dist/server/prove-worker.js'));

/** What the proof costs that is made at every save of a draft: of an address, and of a rule. */
export async function measureProve(): Promise<Figure[]> {
  const files = readFolderFiles(ROOT);
  const rule = changeRule(files);
  const thread = createProveThread({ now: () => new Date(), entry: ENTRY });
  const begin = performance.now();
  await thread.prove(files, changeRule(files), []);
  const first = performance.now() - begin;
  const wall: number[] = [];
  const cpu: number[] = [];
  const stalls: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const used = process.cpuUsage();
      const [start, stall] = [performance.now(), watchTurns()];
      await thread.prove(files, rule, []);
      wall.push(performance.now() - start);
      stalls.push(stall());
      // Of the whole process: of the thread and of handing the files over.
      const { user, system } = process.cpuUsage(used);
      cpu.push((user + system) / 1000);
    }
  } finally {
    await thread.stop();
  }
  const here = await measureHere(files);
  return [
    {
      name: 'proof of a draft in its thread: time, p95',
      values: [toP95(wall)],
      unit: 'ms',
      goal: { atMost: 1_000 },
      note: `the first time, starting included, ${Math.round(first)} ms`,
    },
    { name: 'the same: CPU', values: cpu, unit: 'ms', goal: { atMost: 500 } },
    {
      name: 'the same: longest time that the server takes no turn',
      values: [Math.max(...stalls)],
      unit: 'ms',
      goal: { atMost: 50 },
    },
    {
      name: 'proof of another address, in this thread: CPU',
      values: here,
      unit: 'ms',
      goal: { atMost: 500 },
    },
  ];
}

/** One person less may bring a case to TopX: the advice changes, and nothing is wrong. */
function changeRule(files: Files): Files {
  const part = { bestand: 'tables/overlegtafels/topx.json', naam: null };
  const tafel = readPart(files, part) as { aanmelders: { rollen: string[] } };
  const aanmelders = { ...tafel.aanmelders, rollen: tafel.aanmelders.rollen.slice(1) };
  return writePart(files, part, { ...tafel, aanmelders });
}

async function measureHere(files: Files): Promise<number[]> {
  const part = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
  const after = writePart(files, part, { ...(readPart(files, part) as object), label: 'Anders' });
  const values: number[] = [];
  for (let round = 0; round < 7; round++) {
    const used = process.cpuUsage();
    await proveHere({ before: files, after, vasteCasussen: [], now: new Date() });
    const { user, system } = process.cpuUsage(used);
    values.push((user + system) / 1000);
  }
  return values;
}

/** Watches how long this thread is away from its turns, until the answer is asked for, in milliseconds. */
function watchTurns(): () => number {
  let [last, longest] = [performance.now(), 0];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}

function toP95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
