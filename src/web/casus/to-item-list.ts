import { toDateText, toDutchDate } from '../../domain/calendar.ts';
import type { Casus, EditedList } from '../../domain/casus/casus.ts';
import { listItems } from '../../domain/casus/change-items.ts';
import { listItemFields, toItemPath } from '../../domain/casus/item-fields.ts';
import type { Services } from '../../services.ts';
import { toFieldModel, toWarningBoxes } from '../field-model.ts';
import { toIdField } from './item-actions.ts';
import type { Shown } from './shown.ts';
import { toShapePath } from './to-timeline-picture.ts';

/** So many entries of the journal are shown; the others on request: a page with all of them is large. */
const IN_SIGHT = 50;
/** So many of those are in sight at once; the others are folded. */
const UNFOLDED = 5;
/** What one most likely notes of it. */
const TODAY_FIRST = 'logboek.datum';

type Deps = Pick<Services, 'say' | 'now'>;

/** A list of the case: its items, each with its choices in words, and the fields of a new or changed one. */
export function toItemList(deps: Deps, casus: Casus, list: EditedList, shown: Shown) {
  const toItem = createShownItem(deps, casus, list);
  return { ...toItemForm(deps, casus, list, shown), items: listItems(casus, list).map(toItem) };
}

/** The journal, the newest first, with what is still to be done apart, and what is of longer ago on request. */
export function toJournal(deps: Deps, casus: Casus, shown: Shown) {
  const toItem = createShownItem(deps, casus, 'logboek');
  const items = listItems(casus, 'logboek').toReversed();
  const open = items.filter(({ teDoen, gedaan }) => teDoen !== '' && gedaan === '');
  const inSight = shown.alles ? items.length : IN_SIGHT;
  const listed = items.slice(0, inSight);
  const unfolded = shown.alles || items.length <= UNFOLDED + 1 ? listed.length : UNFOLDED;
  return {
    ...toItemForm(deps, casus, 'logboek', shown),
    teDoen: open.slice(0, inSight).map(toItem),
    meerTeDoen: Math.max(open.length - inSight, 0),
    recent: listed.slice(0, unfolded).map(toItem),
    eerder: listed.slice(unfolded).map(toItem),
    ouder: items.length - listed.length,
  };
}

/** The fields of a new or changed item of a list, and what was just done to one. */
export function toItemForm(
  { say, now }: Deps,
  casus: Casus,
  list: EditedList,
  { values = {}, fouten = [], waarschuwingen = [], wijzigt, melding }: Shown,
) {
  return {
    lijst: list,
    idVeld: toIdField(list),
    wijzigtId: values[toIdField(list)] ?? '',
    isOpen: wijzigt === list,
    waarschuwingen: toWarningBoxes(wijzigt === list ? waarschuwingen : []),
    melding: melding?.plaats === list ? melding : null,
    velden: listItemFields(say, list, casus).map((veld) => ({
      ...toFieldModel(veld, values[veld.pad] ?? (veld.pad === TODAY_FIRST ? toDutchDate(now()) : ''), fouten),
      verplicht: veld.nodigVoorTafel,
    })),
  };
}

/** Makes what gives an item with its day in words (`datum`), and in `woorden` what was chosen, by the name of the part. */
function createShownItem({ say }: Deps, casus: Casus, list: EditedList) {
  const start = toItemPath(list, '').length;
  const choices = listItemFields(say, list, casus).flatMap(({ pad, opties }) =>
    opties ? [[pad.slice(start), new Map(opties.map(({ id, tekst }) => [id, tekst]))] as const] : [],
  );
  return (item: Casus[EditedList][number]) => {
    const parts: Readonly<Record<string, unknown>> = item;
    const datum = String(parts.datum ?? '');
    const verloop = 'verloop' in item ? item.verloop : '';
    return {
      ...item,
      datum: datum && toDateText(datum),
      woorden: Object.fromEntries(choices.map(([part, words]) => [part, words.get(String(parts[part]))])),
      vormPad: verloop && toShapePath(verloop, 0, 0),
      // What a button can say of an agreement now.
      kan: { bezig: parts.stand === 'open', klaar: parts.stand === 'open' || parts.stand === 'bezig' },
    };
  };
}
