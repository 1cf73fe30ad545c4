import { type Figure, printTable, toRow } from './figures.ts';
import { createPair, type Pair } from './pair.ts';
import { measureEvaluation } from './parts/evaluation.ts';
import { measureJourneyCpu } from './parts/journey-cpu.ts';
import { measureLatency } from './parts/latency.ts';
import { measurePackage } from './parts/package.ts';
import { measureMemory, measureStart } from './parts/process.ts';
import { measureSearch } from './parts/search.ts';

/** The parts of the measurement by the name that chooses one. */
const PARTS: Readonly<Record<string, (getPair: () => Promise<Pair>) => Promise<Figure[]>>> = {
  journey: measureJourneyCpu,
  latency: measureLatency,
  start: measureStart,
  memory: measureMemory,
  evaluation: measureEvaluation,
  search: measureSearch,
  package: measurePackage,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}. The parts: ${Object.keys(PARTS).join(', ')}.\n`,
  );
  process.exit(1);
}
let pair: Pair | undefined;
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    process.stderr.write(`${name}…\n`);
    figures.push(...(await measure(async () => (pair ??= await createPair()))));
  }
} finally {
  pair?.remove();
}
printTable(['what', 'measured', 'middle half', 'goal', '', ''], figures.map(toRow));
