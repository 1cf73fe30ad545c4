import { ITEM_LISTS } from '../../src/domain/casus/casus.ts';
import { listTextPaths, toItemPath } from '../../src/domain/casus/item-fields.ts';

/** The names of all fields for a text on the page of a case. */
export const EDITED_TEXTS: readonly string[] = [...ITEM_LISTS, 'verwijzingen' as const].flatMap((list) =>
  listTextPaths(list).map((pad) => toItemPath(list, pad)),
);
