import { randomUUID } from 'node:crypto';
import { type Casus, ITEM_LISTS, type ItemList } from '../../domain/casus/casus.ts';
import { findItem, putItem, removeItem } from '../../domain/casus/change-items.ts';
import { listItemFields, toItemPath } from '../../domain/casus/item-fields.ts';
import { parseItem } from '../../domain/casus/parse-item.ts';
import type { Say } from '../../domain/texts.ts';
import type { Shown } from './shown.ts';

/** What is asked of an item: to put in what was typed, to show it in the fields, or to take it out. */
const ACTION = /^(bewaar|wijzig|weg)-([a-z]+)(?::([a-z0-9-]{1,100}))?$/;

/** A case after an action, and what the page has to show of it. */
export interface Acted {
  readonly casus: Casus;
  readonly shown: Shown;
}

/** The name of the hidden field with the item that is being changed. */
export function toIdField(list: ItemList): string {
  return toItemPath(list, 'id');
}

/** What was typed of items, of whatever list: it stays, whatever else is asked for. */
export function readTyped(say: Say, casus: Casus, form: URLSearchParams): Record<string, string> {
  const names = ITEM_LISTS.flatMap((list) => [
    toIdField(list),
    ...listItemFields(say, list, casus).map(({ pad }) => pad),
  ]);
  return Object.fromEntries(names.flatMap((name) => (form.has(name) ? [[name, form.get(name) ?? '']] : [])));
}

/** Does what was asked of an item; null when something else was asked. */
export function actOnItem(
  say: Say,
  casus: Casus,
  form: URLSearchParams,
  { moment, today }: { readonly moment: string; readonly today: string },
): Acted | null {
  const [, verb, name, id = ''] = ACTION.exec(form.get('actie') ?? '') ?? [];
  const list = ITEM_LISTS.find((one) => one === name);
  if (!list) return null;
  const typed = readTyped(say, casus, form);
  const own = (field: string) => field.startsWith(`${list}.`);
  const others = Object.fromEntries(Object.entries(typed).filter(([field]) => !own(field)));
  if (verb === 'weg') return { casus: removeItem(casus, list, id, moment), shown: { values: typed } };
  if (verb === 'wijzig') {
    const item = findItem(casus, list, id);
    const values = item
      ? Object.fromEntries(Object.entries(item).map(([pad, value]) => [toItemPath(list, pad), String(value)]))
      : typed;
    return { casus, shown: { values: { ...others, ...values }, wijzigt: list } };
  }
  const known = findItem(casus, list, typed[toIdField(list)] ?? '');
  const made = { id: known?.id ?? toNewId(moment), genoteerd: moment };
  const result = parseItem(say, casus, list, typed, form.getAll('bevestigd'), made, today);
  return 'item' in result
    ? { casus: putItem(casus, list, result.item), shown: { values: others } }
    : { casus, shown: { values: typed, wijzigt: list, ...result } };
}

/** In the order in which they are made. */
function toNewId(moment: string): string {
  return `${moment.replaceAll(/\D/g, '')}-${randomUUID().slice(0, 8)}`;
}
