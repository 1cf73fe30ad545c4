import { toDateText } from '../calendar.ts';
import { findPersonalData } from '../privacy/find-personal-data.ts';
import { type Casus, ITEM_LISTS } from './casus.ts';
import type { CasusRules } from './casus-rules.ts';
import { quote } from './read-parts.ts';

/** More than this says nothing more, and a page of it would be endless. */
const MAX_NAMED = 20;

/** What in a case looks like data of the person, each in a sentence with its place; and how many more there are. */
export interface Personal {
  readonly gevonden: readonly string[];
  readonly meer: number;
}

/**
 * Looks through every text of a case that came from a file: who wrote it may have confirmed it elsewhere, or not at all.
 * Nothing is taken out.
 */
export function findPersonal(rules: CasusRules, casus: Casus): Personal {
  const { say } = rules;
  const gevonden: string[] = [];
  const seen = new Set<string>();
  let meer = 0;
  for (const [tekst, toPlace] of listTexts(rules, casus)) {
    // What is the same everywhere, such as a function, is said once.
    if (tekst === '' || seen.has(tekst)) continue;
    seen.add(tekst);
    for (const { soort, tekst: found } of findPersonalData(tekst)) {
      const wat = say(`persoonsgegeven.${soort}`);
      if (gevonden.length < MAX_NAMED)
        gevonden.push(say('casus.lijkt-persoonlijk', { plaats: toPlace(), wat, tekst: quote(found) }));
      else meer += 1;
    }
  }
  return { gevonden, meer };
}

/** Every text that is somebody's own, with what says where it stands. */
function* listTexts(
  rules: CasusRules,
  casus: Casus,
): Generator<readonly [tekst: string, toPlace: () => string]> {
  const { veldenOf, tafelOf, itemTexts } = rules;
  const findVeld = (pad: string) => [...veldenOf.values()].find((velden) => velden.has(pad))?.get(pad);
  for (const [pad, texts] of Object.entries(casus.velden)) {
    const veld = findVeld(pad);
    for (const { waarde } of veld?.privacy ? texts : []) yield [waarde, () => veld?.naam ?? pad];
  }
  for (const { tafel, datum, velden } of casus.verwijzingen) {
    const toPlace = () => `${tafelOf.get(tafel)?.naam ?? tafel}, ${toDateText(datum)}`;
    for (const [pad, waarde] of Object.entries(velden)) {
      const veld = veldenOf.get(tafel)?.get(pad);
      if (veld?.privacy) yield [waarde, () => `${veld.naam} (${toPlace()})`];
    }
  }
  for (const list of [...ITEM_LISTS, 'verwijzingen' as const]) {
    for (const item of casus[list]) {
      const parts: Readonly<Record<string, unknown>> = item;
      const toDay = () => (parts.datum ? ` (${toDateText(String(parts.datum))})` : '');
      for (const [pad, veld] of itemTexts[list])
        yield [String(parts[pad] ?? ''), () => `${veld.naam}${toDay()}`];
    }
  }
}
