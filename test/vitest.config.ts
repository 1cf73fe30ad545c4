import { defineConfig } from 'vitest/config';

export const config = defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    reporters: ['default'],
    testTimeout: 20_000,
  },
});

// Vitest reads the configuration from the default export of this file.
export default config;
