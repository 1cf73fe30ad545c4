import { defineConfig } from 'vitest/config';

/** What the site hands out, in programs that people really use: `npm run test:programs`. */
export const config = defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/programs/*.test.ts'],
    setupFiles: ['test/support/patience.ts'],
    globalSetup: ['test/programs/install-programs.ts'],
    reporters: ['default'],
    // They end what hangs, later than a test that waits for something gives up and says what it saw.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads the configuration from the default export of this file.
export default config;
