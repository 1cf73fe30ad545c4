import fc from 'fast-check';
import { inject } from 'vitest';

/** With it every run of fast-check is the same. */
export const SEED = 20261121;

// What fails in `npm test` fails again for whoever looks into it; what nobody thought of is looked for in `npm run proof`.
if (inject('share') !== 'long') fc.configureGlobal({ seed: SEED });
