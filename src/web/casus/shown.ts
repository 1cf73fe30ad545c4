import type { CasusAdvies, ItemList } from '../../domain/casus/casus.ts';
import type { VeldFault, Warning } from '../../domain/referral/verwijzing.ts';

/** What is shown beside the case itself. */
export interface Shown {
  /** What of a file could not be kept. */
  readonly gevallen?: readonly string[];
  readonly fouten?: readonly VeldFault[];
  readonly waarschuwingen?: readonly Warning[];
  /** What was typed of items of the lists: stays. */
  readonly values?: Readonly<Record<string, string>>;
  /** The list of which an item is being changed, or is not right yet. */
  readonly wijzigt?: ItemList;
  /** The advice of before, when that is another than the file has. */
  readonly eerder?: CasusAdvies | undefined;
  /** All of it stands in the file that was opened. */
  readonly bewaard?: boolean;
}
