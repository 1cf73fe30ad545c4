import type { z } from 'zod';
import type { Veld } from '../referral/veld.ts';
import { parseVerwijzing, type VeldFault, type Warning } from '../referral/verwijzing.ts';
import type { Say } from '../texts.ts';
import {
  aantekeningSchema,
  afspraakSchema,
  type Casus,
  factorSchema,
  type ItemList,
  termijnSchema,
} from './casus.ts';
import { listItemFields, toItemPath } from './item-fields.ts';

/** The shape of an item of each list. */
export const ITEM_SCHEMAS = {
  plan: afspraakSchema,
  checklist: factorSchema,
  termijnen: termijnSchema,
  logboek: aantekeningSchema,
} as const;

/** An item of a list. */
export type Item<L extends ItemList = ItemList> = z.infer<(typeof ITEM_SCHEMAS)[L]>;

/** What names a version of an item, with what it was before. */
type Made = Pick<Item, 'id' | 'genoteerd'> & Partial<Item>;

/** An item, or what is wrong with it, or what in it may be of the person and is not yet said to be no such thing. */
export type ItemResult =
  | { readonly item: Item }
  | { readonly fouten: readonly VeldFault[] }
  | { readonly waarschuwingen: readonly Warning[] };

/**
 * Checks what was typed of an item. `confirmed` holds the ids of warnings that are no data of the person; `made` what it
 * was before, of which stays what no field asks for now.
 */
export function parseItem(
  say: Say,
  casus: Casus,
  list: ItemList,
  given: Readonly<Record<string, string>>,
  confirmed: readonly string[],
  made: Made,
  today: string,
): ItemResult {
  const velden = listItemFields(say, list, casus);
  const checked = checkFields(say, velden, given, confirmed, today);
  if (!('waarde' in checked)) return checked;
  const before: Readonly<Record<string, unknown>> = { ...made };
  const asked = new Set(velden.map(({ pad }) => pad));
  const read = (pad: string) => {
    const path = toItemPath(list, pad);
    return asked.has(path) ? (checked.waarde.get(path) ?? '') : String(before[pad] ?? '');
  };
  return { item: toItem(list, { id: made.id, genoteerd: made.genoteerd }, read) };
}

/** What was typed in some fields, by their paths, when nothing is wrong with it and nothing is to be confirmed. */
export function checkFields(
  say: Say,
  velden: readonly Veld[],
  given: Readonly<Record<string, string>>,
  confirmed: readonly string[],
  today: string,
): Exclude<ItemResult, { item: Item }> | { readonly waarde: ReadonlyMap<string, string> } {
  const own = Object.fromEntries(velden.map(({ pad }) => [pad, given[pad] ?? '']));
  const checked = parseVerwijzing(say, velden, own, confirmed, today);
  const fouten = [...listEmpty(say, velden, own), ...('fouten' in checked ? checked.fouten : [])];
  if (fouten.length > 0 || 'fouten' in checked) return { fouten };
  const { waarde, waarschuwingen } = checked;
  return waarschuwingen.some(({ bevestigd }) => !bevestigd) ? { waarschuwingen } : { waarde };
}

/** An item of texts, in the order of its schema; what was not said of a state is that it is still open. */
export function toItem(
  list: ItemList,
  made: Pick<Item, 'id' | 'genoteerd'>,
  read: (pad: string) => string,
): Item {
  const schema = ITEM_SCHEMAS[list];
  const texts = Object.keys(schema.shape)
    .filter((key) => key !== 'id' && key !== 'genoteerd' && key !== 'weg')
    .map((key) => [key, read(key) || (key === 'stand' ? 'open' : '')]);
  return schema.parse({ ...made, ...Object.fromEntries(texts) });
}

function listEmpty(say: Say, velden: readonly Veld[], own: Readonly<Record<string, string>>): VeldFault[] {
  return velden
    .filter(({ pad, nodigVoorTafel }) => nodigVoorTafel && !own[pad]?.trim())
    .map(({ pad, naam }) => ({ veld: pad, melding: say('casus.veld-leeg', { veld: naam }) }));
}
