import type { Area } from './area.ts';
import { MELDINGEN } from './reports/router.ts';
import { SESSIES } from './sessions/router.ts';

/** All parts of `/beheer`, as its menu shows them. */
export const AREAS: readonly Area[] = [MELDINGEN, SESSIES];
