import type { Area } from './area.ts';
import { LOGBOEK } from './log/router.ts';
import { MENSEN } from './people/router.ts';
import { SESSIES } from './sessions/router.ts';

/** All parts of `/beheer`, as its menu shows them. */
export const AREAS: readonly Area[] = [LOGBOEK, MENSEN, SESSIES];
