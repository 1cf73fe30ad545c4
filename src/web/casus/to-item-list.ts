import { toDutchDate } from '../../domain/calendar.ts';
import type { Casus, EditedList } from '../../domain/casus/casus.ts';
import { listItems } from '../../domain/casus/change-items.ts';
import { listItemFields, toItemPath } from '../../domain/casus/item-fields.ts';
import { toDateText } from '../../domain/date-text.ts';
import type { Veld } from '../../domain/referral/veld.ts';
import type { Services } from '../../services.ts';
import { toFieldModel } from '../field-model.ts';
import { toIdField } from './item-actions.ts';
import type { Shown } from './shown.ts';
import { toShapePath } from './to-timeline-picture.ts';

/** The newest first where it is about what happened. */
const NEWEST_FIRST: readonly EditedList[] = ['logboek'];
/** What one most likely notes of it. */
const TODAY_FIRST = 'logboek.datum';

/** A list of the case: its items, each with its choices in words, and the fields of a new or changed one. */
export function toItemList(
  { say, now }: Pick<Services, 'say' | 'now'>,
  casus: Casus,
  list: EditedList,
  { values = {}, fouten = [], waarschuwingen = [], wijzigt, melding }: Shown,
) {
  const velden = listItemFields(say, list, casus);
  const items = listItems(casus, list);
  const choices = listChoices(velden, list);
  return {
    lijst: list,
    items: (NEWEST_FIRST.includes(list) ? items.toReversed() : items).map((item) =>
      toShownItem(choices, item),
    ),
    idVeld: toIdField(list),
    wijzigtId: values[toIdField(list)] ?? '',
    isOpen: wijzigt === list,
    waarschuwingen: (wijzigt === list ? waarschuwingen : []).map(({ id, tekst, bevestigd }, index) => ({
      id,
      inputId: `bevestigd-${index}`,
      tekst,
      bevestigd,
    })),
    melding: melding?.plaats === list ? melding : null,
    velden: velden.map((veld) => ({
      ...toFieldModel(veld, values[veld.pad] ?? (veld.pad === TODAY_FIRST ? toDutchDate(now()) : ''), fouten),
      verplicht: veld.nodigVoorTafel,
    })),
  };
}

/** What can be chosen in each part of an item, in words. */
type Choices = readonly (readonly [part: string, words: ReadonlyMap<string, string>])[];

function listChoices(velden: readonly Veld[], list: EditedList): Choices {
  const start = toItemPath(list, '').length;
  return velden.flatMap(({ pad, opties }) =>
    opties ? [[pad.slice(start), new Map(opties.map(({ id, tekst }) => [id, tekst]))] as const] : [],
  );
}

/** An item with its day in words (`datum`), and in `woorden` what was chosen, by the name of the part. */
function toShownItem(choices: Choices, item: Casus[EditedList][number]) {
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
}
