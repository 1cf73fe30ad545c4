import type { Area } from './area.ts';
import { ADRESBOEK } from './checking/address-book-router.ts';
import { TE_CONTROLEREN } from './checking/due-router.ts';
import { CONCEPTEN } from './drafts/router.ts';
import { VASTE_CASUSSEN } from './kept-cases/router.ts';
import { LOGBOEK } from './log/router.ts';
import { MENSEN } from './people/router.ts';
import { MELDINGEN } from './reports/router.ts';
import { SESSIES } from './sessions/router.ts';
import { TAFELANTWOORDEN } from './table-answers/router.ts';
import { VERSIES } from './versions/router.ts';

/** All parts of `/beheer`, as its menu shows them. */
export const AREAS: readonly Area[] = [
  CONCEPTEN,
  ADRESBOEK,
  TE_CONTROLEREN,
  MELDINGEN,
  TAFELANTWOORDEN,
  VASTE_CASUSSEN,
  VERSIES,
  MENSEN,
  SESSIES,
  LOGBOEK,
];
