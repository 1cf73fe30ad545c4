import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = new URL('..', import.meta.url).pathname;

/** Tests that compute; Vitest leaves one processor free, and that is half of a machine with two. */
const COMPUTING = { maxWorkers: 2, sequence: { groupOrder: 1 } };
/** Tests that wait half of the time, for a database, a disk or a mail server. */
const WAITING = { maxWorkers: 3, sequence: { groupOrder: 0 } };
/** Tests of the built site: a server or a browser computes meanwhile. After the others, which need both processors. */
const SITE = { maxWorkers: 3, sequence: { groupOrder: 2 } };
/** Servers that are replaced under load, at which a machine that stands still looks like a fault: one at a time, with nothing beside it. */
const ALONE = { maxWorkers: 1, sequence: { groupOrder: 3 } };

const common = {
  root,
  // They end what hangs; how long anything takes is measured in the bench, on a quiet machine.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  setupFiles: ['test/support/patience.ts', 'test/support/seed.ts'],
};

/** They fake or change a part of Node for the whole process, so each has a process of its own. */
const ISOLATED = ['test/storage/folder/full-disk.test.ts', 'test/version-memory.test.ts'];

/** They enumerate, generate or start a program, and take seconds: in `npm test`, but not in `npm run check`. */
const THOROUGH = [
  'test/api/client/*.test.ts',
  'test/build/{build-assets,compile}.test.ts',
  'test/content/{diff,links}.test.ts',
  'test/documents/pdf/{pdf-ua,render-document}.test.ts',
  'test/domain/casus/fuzz.test.ts',
  'test/domain/evaluation/kleene-compiled.test.ts',
  'test/domain/proof/find-shifts.test.ts',
  'test/domain/questions/{many-tables,missing}.test.ts',
  'test/http/{casus-fuzz,casus-traces,fuzz,log,mail,metrics,slow-text}.test.ts',
  'test/proof/**/*.test.ts',
  'test/web/casus/{full-file,hostile-text}.test.ts',
  'test/web/{links,referral-injection,referral-package}.test.ts',
  'test/version-{load,switch}.test.ts',
];
/** They need a PostgreSQL. */
const STORAGE = ['test/storage/**/*.test.ts', 'test/cli/*{corrections,transfer}*.test.ts'];
/** They do too, and take half a minute. */
const STORAGE_THOROUGH = ['test/storage/kill.test.ts', 'test/sending/{kill,mail-queue}.test.ts'];
/** Servers that are replaced while visitors come. */
const HANDOVER = ['test/server/{activation,rolling}.test.ts'];
/** Only in `npm run proof`: what needs a quiet machine. */
const PROOF = ['test/proof/growth.test.ts'];

/** Without isolation: what a file imports is read once a worker, and no test may lean on what another leaves behind. */
const unit: TestProjectConfiguration = {
  test: {
    ...common,
    ...COMPUTING,
    name: 'unit',
    isolate: false,
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/browser/**',
      'test/programs/**',
      'test/server/**',
      ...ISOLATED,
      ...STORAGE,
      ...STORAGE_THOROUGH,
      ...THOROUGH,
    ],
  },
};
const isolated: TestProjectConfiguration = {
  test: { ...common, ...COMPUTING, name: 'isolated', include: ISOLATED },
};
const withPostgres = {
  ...common,
  ...WAITING,
  isolate: false,
  globalSetup: ['test/support/postgres-setup.ts'],
};
const storage: TestProjectConfiguration = {
  test: { ...withPostgres, name: 'storage', include: STORAGE, exclude: [...ISOLATED, ...STORAGE_THOROUGH] },
};
const storageThorough: TestProjectConfiguration = {
  test: { ...withPostgres, name: 'storage-thorough', include: STORAGE_THOROUGH },
};
const thorough: TestProjectConfiguration = {
  test: { ...common, ...COMPUTING, name: 'thorough', isolate: false, include: THOROUGH, exclude: PROOF },
};

/** The long form of the random runs, and what grows with its input: one file at a time, for minutes. */
const proof: TestProjectConfiguration = {
  test: {
    ...common,
    ...COMPUTING,
    name: 'proof',
    provide: { share: 'long' },
    // So much room for what is new that nothing moves to the old part of the memory while `growth.test.ts` measures: that
    // costs a few times the work itself, from some length of a text on.
    execArgv: ['--min-semi-space-size=128', '--max-semi-space-size=128', '--single-threaded-gc'],
    include: [
      'test/domain/casus/{fuzz,merge-casus}.test.ts',
      'test/domain/evaluation/kleene-compiled.test.ts',
      'test/http/{casus-fuzz,fuzz}.test.ts',
      'test/proof/**/*.test.ts',
      'test/version-load.test.ts',
    ],
    testTimeout: 1_800_000,
  },
};

/** The built site, in processes of its own and in a browser. */
const site = {
  ...common,
  ...SITE,
  isolate: false,
  globalSetup: ['test/support/site-setup.ts'],
  // Pages that a test looks at together.
  maxConcurrency: 3,
};
const siteTests: TestProjectConfiguration = {
  test: {
    ...site,
    name: 'site',
    include: ['test/server/**/*.test.ts', 'test/browser/*.test.ts'],
    exclude: HANDOVER,
  },
};
const handover: TestProjectConfiguration = {
  test: { ...site, ...ALONE, name: 'handover', include: HANDOVER },
};
const screenshots: TestProjectConfiguration = {
  test: { ...site, name: 'screenshots', include: ['test/browser/screenshots.ts'] },
};

/** What `npm test` walks in one browser only, or a few times. */
const proofSite: TestProjectConfiguration = {
  test: {
    ...site,
    name: 'proof-site',
    provide: { share: 'long' },
    include: [
      'test/browser/{beheer-recipes,casus,casus-enter}.test.ts',
      'test/server/{activation,kill,log-full,rolling,versions}.test.ts',
    ],
  },
};

/** Of which each takes a minute; what begins last keeps the other workers waiting. */
const LONGEST = [
  'test/browser/pages.test.ts',
  'test/browser/beheer-recipes.test.ts',
  'test/sending/mail-queue.test.ts',
  'test/server/versions.test.ts',
];

/** The longest first; Vitest puts them last where it has not seen yet how long they take, since they are short to read. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.endsWith(name)) ? 0 : 1;
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Only a command that names them runs these. */
const asked = [proof, proofSite, screenshots].filter(({ test }) => process.argv.includes(String(test?.name)));

export const config = defineConfig({
  test: {
    root,
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    projects: [unit, isolated, storage, storageThorough, thorough, siteTests, handover, ...asked],
  },
});

// Vitest reads the configuration from the default export of this file.
export default config;
