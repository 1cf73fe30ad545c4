import type { Casus } from '../../domain/casus/casus.ts';
import { putStatus } from '../../domain/casus/change-casus.ts';
import { chooseValue } from '../../domain/casus/conflicts.ts';
import { listTextPaths, toItemPath } from '../../domain/casus/item-fields.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Say } from '../../domain/texts.ts';
import { listTyped } from '../carried.ts';
import { actOnItem, readTyped } from './item-actions.ts';
import type { Acted, Asked } from './shown.ts';

/** Which of the values is right: the kind of field, its name, and the place of the value. */
const CHOOSE = /^kies-(antwoord|veld):(.{1,200}):(\d{1,3})$/;
/** Puts an example in the fields of a new factor. */
const TAKE = /^neem-checklist:(\d{1,3})$/;

/** The first button of the page, which Enter in a field presses. */
export const ENTER = 'enter';

interface Known {
  readonly say: Say;
  readonly content: Pick<Content, 'checklistvoorbeelden'>;
}

/** Does what a button of the page asks of the case itself; null when something else was asked. */
export function act(
  { say, content }: Known,
  casus: Casus,
  form: URLSearchParams,
  asked: Asked,
): Acted | null {
  const actie = form.get('actie') ?? '';
  const values = readTyped(say, casus, form);
  if (actie === 'alles') {
    const melding = { plaats: 'logboek', tekst: say('casus.klaar-alles'), zonder: true as const };
    return { casus, shown: { values, alles: true, melding } };
  }
  if (actie === ENTER) return putTyped(say, casus, form, asked);
  if (actie === 'sluiten' || actie === 'heropenen') {
    const changed = putStatus(casus, actie === 'sluiten' ? 'afgesloten' : 'open', asked.moment);
    const melding = { plaats: 'afsluiten', tekst: say(`casus.klaar-${actie}`) };
    return { casus: changed, shown: { values, melding } };
  }
  const [, soort, naam = '', index] = CHOOSE.exec(actie) ?? [];
  if (soort === 'antwoord' || soort === 'veld') {
    const chosen = chooseValue(casus, { soort, naam }, Number(index), asked.moment);
    return { casus: chosen, shown: { values, melding: { plaats: 'stand', tekst: say('casus.klaar-kies') } } };
  }
  const voorbeeld = content.checklistvoorbeelden[Number(TAKE.exec(actie)?.[1] ?? -1)];
  if (!voorbeeld) return actOnItem(say, casus, form, asked);
  const taken = {
    'checklist.id': '',
    'checklist.naam': voorbeeld.naam,
    'checklist.soort': voorbeeld.soort,
    'checklist.signaal': voorbeeld.signaal ?? '',
  };
  const melding = { plaats: 'checklist', tekst: say('casus.klaar-neem'), zonder: true as const };
  return { casus, shown: { values: { ...values, ...taken }, wijzigt: 'checklist', melding } };
}

/** Puts in what was typed, since Enter does not say where; with nothing typed the page is as it was, with more it asks. */
function putTyped(say: Say, casus: Casus, form: URLSearchParams, asked: Asked): Acted {
  const values = readTyped(say, casus, form);
  const [list, other] = listTyped(values);
  if (!list) return { casus, shown: { values } };
  if (other) {
    const pads = listTextPaths(list).map((pad) => toItemPath(list, pad));
    const veld = pads.find((pad) => values[pad]) ?? list;
    return { casus, shown: { values, fouten: [{ veld, melding: say('casus.enter-waar') }] } };
  }
  const pressed = new URLSearchParams([...form].filter(([name]) => name !== 'actie'));
  pressed.set('actie', `bewaar-${list}`);
  return actOnItem(say, casus, pressed, asked) ?? { casus, shown: { values } };
}
