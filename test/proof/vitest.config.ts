import { defineConfig } from 'vitest/config';

/** Runs the measurements: `vitest run --config test/proof/vitest.config.ts print-mutants`. */
export const config = defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/proof/print-*.ts'],
    reporters: ['dot'],
    disableConsoleIntercept: true,
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads the configuration from the default export of this file.
export default config;
