import type { Casus } from '../../domain/casus/casus.ts';
import type { Shown } from './shown.ts';

/** When something was asked. */
export interface Asked {
  readonly moment: string;
  /** In the Netherlands. */
  readonly today: string;
}

/** A case after an action, and what the page has to show of it. */
export interface Acted {
  readonly casus: Casus;
  readonly shown: Shown;
}
