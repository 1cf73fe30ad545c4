import { toDutchDate } from '../../domain/calendar.ts';
import type { Casus, ItemList } from '../../domain/casus/casus.ts';
import { listItems } from '../../domain/casus/change-items.ts';
import { listItemFields, toItemPath } from '../../domain/casus/item-fields.ts';
import type { Item } from '../../domain/casus/parse-item.ts';
import { toDateText } from '../../domain/date-text.ts';
import type { Veld } from '../../domain/referral/veld.ts';
import type { Services } from '../../services.ts';
import { toFieldModel } from '../field-model.ts';
import { toIdField } from './item-actions.ts';
import type { Shown } from './shown.ts';

/** The newest first where it is about what happened. */
const NEWEST_FIRST: readonly ItemList[] = ['logboek'];
/** What one most likely notes of it. */
const TODAY_FIRST = 'logboek.datum';

/** A list of the case: its items, each with its choices in words, and the fields of a new or changed one. */
export function toItemList(
  { say, now }: Pick<Services, 'say' | 'now'>,
  casus: Casus,
  list: ItemList,
  { values = {}, fouten = [], wijzigt }: Shown,
) {
  const velden = listItemFields(say, list, casus);
  const items = listItems(casus, list);
  return {
    lijst: list,
    items: (NEWEST_FIRST.includes(list) ? items.toReversed() : items).map((item) =>
      toShownItem(velden, list, item),
    ),
    idVeld: toIdField(list),
    wijzigtId: values[toIdField(list)] ?? '',
    isOpen: wijzigt === list,
    velden: velden.map((veld) => ({
      ...toFieldModel(veld, values[veld.pad] ?? (veld.pad === TODAY_FIRST ? toDutchDate(now()) : ''), fouten),
      verplicht: veld.nodigVoorTafel,
    })),
  };
}

/** An item with its day in words (`datum`), and in `woorden` what was chosen, by the name of the part. */
function toShownItem(velden: readonly Veld[], list: ItemList, item: Item) {
  const parts: Readonly<Record<string, unknown>> = item;
  const woorden = velden.flatMap(({ pad, opties = [] }) => {
    const part = pad.slice(toItemPath(list, '').length);
    const chosen = opties.find(({ id }) => id === parts[part]);
    return chosen ? [[part, chosen.tekst] as const] : [];
  });
  const datum = String(parts.datum ?? '');
  return { ...item, datum: datum && toDateText(datum), woorden: Object.fromEntries(woorden) };
}
