import { toBlank } from './to-invoer.ts';
import { type Groep, type Invoer, toGroep, toItems, type Veld } from './veld.ts';

/** What a button in a form does with the form itself, at the place that it names. */
const ACTS = ['erbij', 'weg', 'op', 'neer', 'deel-erbij', 'deel-weg', 'ververs'] as const;
type Act = (typeof ACTS)[number];

/** What a button says, such as `op:criteria.2`; null for the button that saves. */
export function parseAct(doe: string): { readonly act: Act; readonly pad: string } | null {
  const [name, ...rest] = doe.split(':');
  const act = ACTS.find((known) => known === name);
  return act ? { act, pad: rest.join(':') } : null;
}

/** The form after a button was used. What cannot be done, such as the first thing of a list moved up, changes nothing. */
export function doAct(veld: Veld, invoer: Invoer, { act, pad }: { act: Act; pad: string }): Invoer {
  if (act === 'ververs') return invoer;
  const names = pad.split('.');
  const last = names.pop() ?? '';
  if (act === 'erbij') return changeAt(veld, invoer, [...names, last], addItem);
  return changeAt(veld, invoer, names, (within, typed) => {
    if (act === 'deel-erbij' || act === 'deel-weg')
      return changePart(within, typed, last, act === 'deel-erbij');
    return changeItems(typed, Number(last), act);
  });
}

type Change = (veld: Veld, typed: Invoer) => Invoer;

/** Changes what is at a place; a place that is not there is left alone. */
function changeAt(veld: Veld, typed: Invoer, names: readonly string[], change: Change): Invoer {
  // A form of several has the name of the field itself.
  if (veld.soort === 'vormen') {
    const form = toGroep(typed);
    const inner = veld.vormen[form.vorm === '' ? -1 : Number(form.vorm)]?.veld;
    return inner ? { ...form, inhoud: changeAt(inner, form.inhoud ?? '', names, change) } : typed;
  }
  const [name, ...rest] = names.filter((part) => part !== '');
  if (name === undefined) return change(veld, typed);
  if (veld.soort === 'groep') {
    const lid = veld.leden.find(({ naam }) => naam === name);
    const within = toGroep(typed);
    if (!lid || within[name] === undefined) return typed;
    return { ...within, [name]: changeAt(lid.veld, within[name], rest, change) };
  }
  const items = toItems(typed);
  const item = items[Number(name)];
  if (item === undefined) return typed;
  if (veld.soort === 'lijst') return items.with(Number(name), changeAt(veld.item, item, rest, change));
  if (veld.soort !== 'register' || rest[0] !== 'waarde') return typed;
  const entry = toGroep(item);
  const waarde = changeAt(veld.waarde, entry.waarde ?? '', rest.slice(1), change);
  return items.with(Number(name), { ...entry, waarde });
}

function addItem(veld: Veld, typed: Invoer): Invoer {
  if (veld.soort === 'lijst') return [...toItems(typed), toBlank(veld.item)];
  if (veld.soort === 'register') return [...toItems(typed), { sleutel: '', waarde: toBlank(veld.waarde) }];
  return typed;
}

function changePart(veld: Veld, typed: Invoer, name: string, isThere: boolean): Invoer {
  if (veld.soort !== 'groep') return typed;
  const lid = veld.leden.find(({ naam }) => naam === name);
  const { [name]: old, ...rest } = toGroep(typed);
  return lid && isThere ? { ...rest, [name]: old ?? toBlank(lid.veld) } : (rest as Groep);
}

function changeItems(typed: Invoer, number: number, act: Act): Invoer {
  const items = [...toItems(typed)];
  const to = number + (act === 'op' ? -1 : 1);
  const [one, other] = [items[number], items[to]];
  if (one === undefined) return typed;
  if (act === 'weg') return items.toSpliced(number, 1);
  if (other === undefined) return typed;
  items[number] = other;
  items[to] = one;
  return items;
}
