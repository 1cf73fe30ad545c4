import { randomUUID } from 'node:crypto';
import {
  type Casus,
  EDITED_LISTS,
  type EditedList,
  type GemaakteVerwijzing,
  VERWIJZING_STANDEN,
} from '../../domain/casus/casus.ts';
import {
  findItem,
  markItem,
  putItem,
  putVerwijzingStand,
  removeItem,
} from '../../domain/casus/change-items.ts';
import { listItemFields, toItemPath } from '../../domain/casus/item-fields.ts';
import { checkFields, parseItem } from '../../domain/casus/parse-item.ts';
import { hasRoom } from '../../domain/casus/write-casus.ts';
import { toClause } from '../../domain/sentence.ts';
import type { Say } from '../../domain/texts.ts';
import type { Acted, Asked } from './shown.ts';

/**
 * What is asked of an item: to put in what was typed, to show it in the fields, to take it out, or to set its state.
 * After `@` stands the part of the page where the button is, when that is not its list.
 */
const ACTION = /^([a-zA-Z]+)-([a-z]+)(?::([a-z0-9-]{1,100}))?(?:@([a-z]+))?$/;
/** The states of an agreement that a button sets; the others are chosen in its fields. */
const PLAN_STANDEN = ['open', 'bezig', 'klaar'];

/** The name of the hidden field with the item that is being changed. */
export function toIdField(list: EditedList): string {
  return toItemPath(list, 'id');
}

/** What was typed of items, of whatever list: it stays, whatever else is asked for. */
export function readTyped(say: Say, casus: Casus, form: URLSearchParams): Record<string, string> {
  const names = EDITED_LISTS.flatMap((list) => [
    toIdField(list),
    ...listItemFields(say, list, casus).map(({ pad }) => pad),
  ]);
  return Object.fromEntries(names.flatMap((name) => (form.has(name) ? [[name, form.get(name) ?? '']] : [])));
}

/** Does what was asked of an item; null when something else was asked. */
export function actOnItem(say: Say, casus: Casus, form: URLSearchParams, asked: Asked): Acted | null {
  const [, verb = '', name, id = '', at] = ACTION.exec(form.get('actie') ?? '') ?? [];
  const list = EDITED_LISTS.find((one) => one === name);
  if (!list) return null;
  const values = readTyped(say, casus, form);
  const done = (changed: Casus, tekst: string): Acted => ({
    casus: changed,
    shown: { values, melding: { plaats: at ?? list, tekst } },
  });
  if (verb === 'bewaar') return save(say, casus, list, values, form.getAll('bevestigd'), asked);
  if (verb === 'wijzig') return show(say, casus, list, id, values);
  if (list === 'verwijzingen') {
    const made = findItem(casus, list, id);
    const stand = VERWIJZING_STANDEN.find((one) => one === verb);
    if (!made || !stand) return null;
    const known = { stand, standDatum: asked.today, toelichting: made.toelichting };
    return done(putVerwijzingStand(casus, id, known, asked.moment), toStandText(say, stand));
  }
  if (verb === 'weg') return done(removeItem(casus, list, id, asked.moment), say('casus.klaar-weg'));
  if (list === 'plan' && PLAN_STANDEN.includes(verb))
    return done(markItem(casus, list, id, { stand: verb }, asked.moment), toStandText(say, verb));
  if (verb === 'gedaan' && (list === 'logboek' || list === 'termijnen'))
    return done(markItem(casus, list, id, { gedaan: 'ja' }, asked.moment), say('casus.klaar-gedaan'));
  return null;
}

/** Shows an item in the fields of its list. */
function show(
  say: Say,
  casus: Casus,
  list: EditedList,
  id: string,
  typed: Readonly<Record<string, string>>,
): Acted {
  const item = findItem(casus, list, id);
  if (!item) return { casus, shown: { values: typed } };
  const names = [toIdField(list), ...listItemFields(say, list, casus).map(({ pad }) => pad)];
  const own = Object.entries(item).map(([pad, value]) => [toItemPath(list, pad), String(value)] as const);
  const values = { ...typed, ...Object.fromEntries(own.filter(([name]) => names.includes(name))) };
  return {
    casus,
    shown: {
      values,
      wijzigt: list,
      melding: { plaats: list, tekst: say('casus.klaar-wijzig'), zonder: true },
    },
  };
}

/** Puts in what was typed; what of it is not right yet comes back in the fields. */
function save(
  say: Say,
  casus: Casus,
  list: EditedList,
  typed: Readonly<Record<string, string>>,
  confirmed: readonly string[],
  { moment, today }: Asked,
): Acted {
  const others = Object.fromEntries(Object.entries(typed).filter(([field]) => !field.startsWith(`${list}.`)));
  const velden = listItemFields(say, list, casus);
  const put = (changed: Casus, tekst: string): Acted => {
    if (hasRoom(changed, casus))
      return { casus: changed, shown: { values: others, melding: { plaats: list, tekst } } };
    const fouten = [{ veld: velden[0]?.pad ?? list, melding: say('casus.vol') }];
    return { casus, shown: { values: typed, wijzigt: list, fouten } };
  };
  const known = findItem(casus, list, typed[toIdField(list)] ?? '');
  if (list === 'verwijzingen') {
    const result = checkFields(say, velden, typed, confirmed, today);
    if (!('waarde' in result)) return { casus, shown: { values: typed, wijzigt: list, ...result } };
    const read = (pad: string) => result.waarde.get(toItemPath(list, pad)) ?? '';
    const stand = read('stand') as GemaakteVerwijzing['stand'];
    const told = { stand, standDatum: read('standDatum'), toelichting: read('toelichting') };
    return put(putVerwijzingStand(casus, known?.id ?? '', told, moment), toStandText(say, stand));
  }
  const made = { id: known?.id ?? toNewId(moment), genoteerd: moment };
  const result = parseItem(say, casus, list, typed, confirmed, { ...known, ...made }, today);
  if (!('item' in result)) return { casus, shown: { values: typed, wijzigt: list, ...result } };
  const tekst = say(known ? 'casus.klaar-gewijzigd' : `casus.klaar-nieuw-${list}`);
  return put(putItem(casus, list, result.item), tekst);
}

function toStandText(say: Say, stand: string): string {
  const words = say(`casus.keuze-stand-${stand}` as 'casus.keuze-stand-open');
  return say('casus.klaar-stand', { stand: toClause(words) });
}

/** In the order in which they are made. */
function toNewId(moment: string): string {
  return `${moment.replaceAll(/\D/g, '')}-${randomUUID().slice(0, 8)}`;
}
