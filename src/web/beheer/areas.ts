import type { Area } from './area.ts';
import { ADRESBOEK } from './checking/address-book-router.ts';
import { TE_CONTROLEREN } from './checking/due-router.ts';
import { MELDINGEN } from './reports/router.ts';
import { SESSIES } from './sessions/router.ts';

/** All parts of `/beheer`, as its menu shows them. */
export const AREAS: readonly Area[] = [MELDINGEN, TE_CONTROLEREN, ADRESBOEK, SESSIES];
