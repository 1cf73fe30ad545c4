import { defineConfig } from 'vitest/config';

/** Runs the soak: `npm run soak`, ten minutes of mixed load; SOAK_MINUTES says another time. */
export const config = defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/soak/soak.ts'],
    reporters: ['dot'],
    disableConsoleIntercept: true,
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads the configuration from the default export of this file.
export default config;
