import { parseArgs } from 'node:util';
import { type Figure, printTable, toRow } from './figures.ts';
import { createPair, type Pair } from './pair.ts';
import { measureAttack } from './parts/attack.ts';
import { measureCasus } from './parts/casus.ts';
import { measureEvaluation } from './parts/evaluation.ts';
import { measureJourney } from './parts/journey.ts';
import { measureOverload } from './parts/overload.ts';
import { measurePackage } from './parts/package.ts';
import { measureMemory, measureStart } from './parts/process.ts';
import { measureProof } from './parts/proof.ts';
import { measureProve } from './parts/prove.ts';
import { measurePublish } from './parts/publish.ts';
import { measureRoutes } from './parts/routes.ts';
import { measureSearch } from './parts/search.ts';
import { measureStorage } from './parts/storage.ts';
import { measureWalks } from './parts/walks.ts';
import { measureWire } from './parts/wire.ts';

/** The parts of the measurement by the name that chooses one. */
const PARTS: Readonly<Record<string, (getPair: () => Promise<Pair>) => Promise<Figure[]>>> = {
  journey: measureJourney,
  wire: measureWire,
  start: measureStart,
  memory: measureMemory,
  evaluation: measureEvaluation,
  search: measureSearch,
  package: measurePackage,
  casus: measureCasus,
  attack: measureAttack,
  routes: measureRoutes,
  overload: measureOverload,
  storage: measureStorage,
  proof: measureProof,
  prove: measureProve,
  publish: measurePublish,
  walks: measureWalks,
};
/** The parts that look at another build as well. */
const COMPARING = ['journey', 'wire', 'start', 'overload'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' } },
});
const other = values.against ?? null;
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}. The parts: ${Object.keys(PARTS).join(', ')}.\n`,
  );
  process.exit(1);
}
const all = other === null ? Object.keys(PARTS) : COMPARING;
const chosen = positionals.length > 0 ? positionals : all;
let pair: Pair | undefined;
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (!chosen.includes(name)) continue;
    process.stderr.write(`${name}…\n`);
    figures.push(...(await measure(async () => (pair ??= await createPair(other)))));
  }
} finally {
  pair?.remove();
}
process.stdout.write(`Node ${process.versions.node}\n`);
printTable(['what', 'measured', 'middle half', 'goal', '', ''], figures.map(toRow));
