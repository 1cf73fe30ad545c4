import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

const unit: TestProjectConfiguration = {
  test: {
    name: 'unit',
    root,
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/server/**'],
    testTimeout: 40_000,
    // Some tests compile the source first, which is slow on a busy machine.
    hookTimeout: 60_000,
  },
};

/** The real server in a process of its own, on a site that is built once for all of them. */
const server: TestProjectConfiguration = {
  test: {
    name: 'server',
    root,
    include: ['test/server/**/*.test.ts'],
    globalSetup: ['test/server/setup.ts'],
    testTimeout: 40_000,
    hookTimeout: 40_000,
    maxWorkers: 1,
    sequence: { groupOrder: 1 },
  },
};

/** In a real browser on the built site: one file at a time, after the others, so that two cores are enough. */
const browser = {
  root,
  globalSetup: ['test/browser/setup.ts'],
  testTimeout: 40_000,
  hookTimeout: 40_000,
  maxWorkers: 1,
  sequence: { groupOrder: 2 },
};
const browserTests: TestProjectConfiguration = {
  test: { ...browser, name: 'browser', include: ['test/browser/*.test.ts'] },
};
const screenshots: TestProjectConfiguration = {
  test: { ...browser, name: 'screenshots', include: ['test/browser/screenshots.ts'] },
};

export const config = defineConfig({
  test: {
    root,
    reporters: ['default'],
    // The screenshots are no test: only `npm run screenshots`, which names that project, makes them.
    projects: [unit, server, browserTests, ...(process.argv.includes('screenshots') ? [screenshots] : [])],
  },
});

// Vitest reads the configuration from the default export of this file.
export default config;
