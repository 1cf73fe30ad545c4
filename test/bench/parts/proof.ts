import { listNodes } from '../../../src/domain/proof/diagram/store.ts';
import { findShifts } from '../../../src/domain/proof/find-shifts.ts';
import { LAWS } from '../../../src/domain/proof/laws/laws.ts';
import { listAspects } from '../../../src/domain/proof/list-aspects.ts';
import { compileIn, createProof, createWorkplace, type Proof } from '../../../src/domain/proof/proof.ts';
import { type Figure, median, show } from '../figures.ts';
import { generateContent, realContent } from '../generated-content.ts';

const MB = 1024 * 1024;
const ROUNDS = 7;

/** What it costs to compile the whole advice for every possible case, to compare two versions of it and to prove the laws. */
export async function measureProof(): Promise<Figure[]> {
  // The first time, with nothing warmed up: that is how an editor meets it.
  const [first] = measureCpu(() => createProof(realContent), 1);
  const before = process.memoryUsage();
  const proof = createProof(realContent);
  const after = process.memoryUsage();
  const large = generateContent(10 * realContent.tafels.length);
  const compile = measureCpu(() => createProof(realContent));
  const differences = measureDifferences();
  const ten = measureCpu(() => createProof(large), 3);
  const fresh = withoutCriterium();
  return [
    {
      name: 'whole advice as diagrams: CPU',
      values: compile,
      unit: 'ms',
      goal: { atMost: 200 },
      note: `the first time ${show(first ?? Number.NaN)} ms`,
    },
    { name: 'the same: nodes', values: [countNodes(proof)], unit: 'nodes', goal: { atMost: 20_000 } },
    {
      name: 'the same: memory, what is thrown away included',
      values: [(after.heapUsed - before.heapUsed) / MB],
      unit: 'MB',
      goal: { atMost: 100 },
      note: `${proof.store.countNodes()} nodes were made on the way`,
    },
    {
      name: 'an exact difference of two compiled versions: CPU',
      values: differences,
      unit: 'ms',
      goal: { atMost: 50 },
      note: `compiling both included ${show(median(measureCpu(() => findShifts(realContent, fresh))))} ms`,
    },
    {
      name: `${LAWS.length} laws over every case: CPU`,
      values: measureCpu(() => LAWS.map((law) => law.findBreaches(proof))),
      unit: 'ms',
      goal: null,
    },
    {
      name: 'ten times the content: CPU',
      values: ten,
      unit: 'ms',
      goal: { atMost: 3_000 },
      note: `${large.vragen.length} questions, ${large.tafels.length} tables, ${countNodes(createProof(large))} nodes`,
    },
  ];
}

/** CPU of this process for one run, in milliseconds, once a round. */
function measureCpu(run: () => unknown, rounds = ROUNDS): number[] {
  return Array.from({ length: rounds }, () => {
    const begin = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  });
}

function countNodes({ store, advies }: Proof): number {
  return listNodes(store, [advies.valid, ...listAspects(advies).map(({ diagram }) => diagram)]).length;
}

/** The outcome and the lists, before and after, each in a store of its own: nothing is remembered from another round. */
function measureDifferences(): number[] {
  const fresh = withoutCriterium();
  return Array.from({ length: ROUNDS }, () => {
    const place = createWorkplace(fresh, realContent);
    const [old, now] = [compileIn(place, realContent), compileIn(place, fresh)];
    const { and, or, differ } = place.operations;
    const [took = Number.NaN] = measureCpu(() => {
      const lists = [...now.tafels].map(([id, { lijst }]) =>
        differ(old.tafels.get(id)?.lijst ?? lijst, lijst),
      );
      const changed = and(or(old.valid, now.valid), or(differ(old.uitkomst, now.uitkomst), ...lists));
      return [place.count(changed), place.findExample(changed)];
    }, 1);
    return took;
  });
}

/** The real content, with TopX without one of its criteria. */
function withoutCriterium() {
  const drop = (regel: object): object => {
    if ('any' in regel) return { any: (regel.any as object[]).map(drop) };
    if (!('all' in regel)) return regel;
    const parts = regel.all as { condition?: string }[];
    return { all: parts.filter(({ condition }) => condition !== 'systeem-geraakt').map(drop) };
  };
  return {
    ...realContent,
    tafels: realContent.tafels.map((tafel) =>
      tafel.id === 'topx'
        ? {
            ...tafel,
            regels: { ...tafel.regels, regel: drop(tafel.regels.regel) as typeof tafel.regels.regel },
          }
        : tafel,
    ),
  };
}
