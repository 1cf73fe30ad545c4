import { PLAN_COLUMNS, PLAN_ROWS } from '../referral/veld.ts';
import type { Casus, EditedList, GemaakteVerwijzing, ItemList } from './casus.ts';
import { listTextPaths } from './item-fields.ts';
import { tidy } from './merge-casus.ts';
import { ITEM_SCHEMAS, type Item, toItem } from './parse-item.ts';
import { toLater } from './register.ts';

/** Puts in an item of a list: a new one, or another version of one that is in it. */
export function putItem(casus: Casus, list: ItemList, item: Item): Casus {
  const items: readonly Item[] = casus[list];
  const known = items.find(({ id }) => id === item.id);
  const written = { ...item, genoteerd: toLater(item.genoteerd, known?.genoteerd) };
  return tidy({ ...casus, [list]: [...items.filter((one) => one !== known), written] });
}

/** The item of a list, when it is there and was not taken out. */
export function findItem<L extends EditedList>(casus: Casus, list: L, id: string): Casus[L][number] | null {
  const items: readonly Casus[L][number][] = casus[list];
  return items.find((item) => item.id === id && !item.weg) ?? null;
}

/** Takes an item out: its texts go, and a mark stays, so that the file of a partner does not bring it back. */
export function removeItem(casus: Casus, list: ItemList, id: string, moment: string): Casus {
  const item = findItem(casus, list, id);
  if (!item) return casus;
  const emptied = Object.fromEntries(listTextPaths(list).map((pad) => [pad, '']));
  return putItem(
    casus,
    list,
    ITEM_SCHEMAS[list].parse({ ...item, ...emptied, genoteerd: moment, weg: true }),
  );
}

/** Changes what is known of an item, such as that it is done. */
export function markItem(
  casus: Casus,
  list: ItemList,
  id: string,
  known: Readonly<Record<string, string>>,
  moment: string,
): Casus {
  const item = findItem(casus, list, id);
  if (!item) return casus;
  return putItem(casus, list, ITEM_SCHEMAS[list].parse({ ...item, ...known, genoteerd: moment }));
}

/** What is left of a list: without what was taken out. */
export function listItems<L extends EditedList>(casus: Casus, list: L): Casus[L][number][] {
  const items: readonly Casus[L][number][] = casus[list];
  return items.filter(({ weg }) => !weg);
}

/** Puts in that a package was made; the same text for the same table on the same day is one. */
export function putVerwijzing(casus: Casus, verwijzing: GemaakteVerwijzing): Casus {
  if (casus.verwijzingen.some(({ id }) => id === verwijzing.id)) return casus;
  return tidy({ ...casus, verwijzingen: [...casus.verwijzingen, verwijzing] });
}

/** Puts in what is known of a package since it was made. */
export function putVerwijzingStand(
  casus: Casus,
  id: string,
  known: Pick<GemaakteVerwijzing, 'stand' | 'standDatum' | 'toelichting'>,
  moment: string,
): Casus {
  const verwijzingen = casus.verwijzingen.map((made) =>
    made.id === id ? { ...made, ...known, genoteerd: toLater(moment, made.genoteerd) } : made,
  );
  return tidy({ ...casus, verwijzingen });
}

/** The agreements that a package has room for, as the fields of its form: those that are not done yet. */
export function readPlan(casus: Casus): Record<string, string> {
  const rows = listOpen(casus).slice(0, PLAN_ROWS);
  return Object.fromEntries(
    rows.flatMap((afspraak, rij) =>
      PLAN_COLUMNS.filter((column) => afspraak[column] !== '').map((column) => [
        `plan.${rij}.${column}`,
        afspraak[column],
      ]),
    ),
  );
}

/**
 * Puts in the agreements of a form. A row that says who does what of an agreement in the file is that agreement, with
 * what changed; any other is new, and `toId` names it by its text, so that the same row from two packages is one.
 */
export function putPlan(
  casus: Casus,
  values: Readonly<Record<string, string>>,
  toId: (text: string) => string,
  moment: string,
): Casus {
  let changed = casus;
  for (let rij = 0; rij < PLAN_ROWS; rij += 1) {
    const row = Object.fromEntries(
      PLAN_COLUMNS.map((column) => [column, values[`plan.${rij}.${column}`] ?? '']),
    );
    if (Object.values(row).every((text) => text === '')) continue;
    const known = listItems(changed, 'plan').find(
      ({ wie, doetWat }) => wie === row.wie && doetWat === row.doetWat,
    );
    if (known && PLAN_COLUMNS.every((column) => known[column] === row[column])) continue;
    const made = { id: known?.id ?? toId(JSON.stringify(row)), genoteerd: moment };
    // The same text was taken out before: who types it again wants it back.
    const before: Readonly<Record<string, unknown>> = known ?? {};
    changed = putItem(
      changed,
      'plan',
      toItem('plan', made, (pad) => row[pad] ?? String(before[pad] ?? '')),
    );
  }
  return changed;
}

/** The agreements that are not done yet. */
export function listOpen(casus: Casus): Casus['plan'] {
  return listItems(casus, 'plan').filter(({ stand }) => stand === 'open' || stand === 'bezig');
}
