import type { Area } from './area.ts';
export const AREAS: readonly Area[] = [LOGBOEK, MENSEN, SESSIES, TAFELANTWOORDEN, CONCEPTEN, VERSIES, VASTE_CASUSSEN];
