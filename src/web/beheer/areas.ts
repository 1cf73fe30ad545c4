import type { Area } from './area.ts';
import { SESSIES } from './sessions/router.ts';

/** All parts of `/beheer`, as its menu shows them. */
export const AREAS: readonly Area[] = [SESSIES];
