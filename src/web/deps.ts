import type { Services } from '../services.ts';

/** What the pages need: of the one bag of the start. */
export type WebDeps = Services;
