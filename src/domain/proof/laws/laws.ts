import { ANSWER_LAWS } from './answer-laws.ts';
import { CONTACT_LAWS } from './contact-laws.ts';
import { EARLY_LAWS } from './early-laws.ts';
import type { Law } from './law.ts';
import { TAFEL_LAWS } from './tafel-laws.ts';

/** All that must hold for every possible case. */
export const LAWS: readonly Law[] = [...EARLY_LAWS, ...CONTACT_LAWS, ...TAFEL_LAWS, ...ANSWER_LAWS];
