import type { Advies } from '../advice/advies.ts';
import { toDateText } from '../calendar.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { isUsable } from '../questions/situatie.ts';
import { toClause } from '../sentence.ts';
import type { Say } from '../texts.ts';
import { judgeDate } from './check-date.ts';
import type { Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/** Whether a case can be referred to a table: yes, only as a draft because facts are missing, or not. */
export type VerwijsStatus = 'gereed' | 'concept' | 'nietMogelijk';

/** What the advice says about referring to this table. */
export function toVerwijsStatus(advies: Advies, tafelId: string): VerwijsStatus {
  if (advies.tafels.includes(tafelId) || advies.voorzieningen.includes(tafelId)) return 'gereed';
  const early = advies.uitkomst === 'belNu' || advies.uitkomst === 'buitenTwente';
  const found = advies.overlegtafels.find(({ tafel }) => tafel.id === tafelId);
  if (early || !found || found.oordeel !== 'onvolledig' || found.geprobeerd) return 'nietMogelijk';
  return isUsable(found.tafel, advies.lokaleStap) ? 'concept' : 'nietMogelijk';
}

/** Something that is missing from a referral: which part, and in a sentence what the sender does and who may know. */
export interface Missing {
  readonly onderdeel: string;
  readonly tekst: string;
}

/** What is not in order yet: open criteria, needed fields that were left empty, and dates that are not likely. */
export function findMissingParts(
  say: Say,
  model: Beslismodel,
  advies: Advies,
  tafel: Overlegtafel,
  velden: readonly Veld[],
  needed: readonly Veld[],
  verwijzing: Verwijzing,
  today: string,
): Missing[] {
  const feiten = new Set(tafel.regels.criteria.map(({ voorwaarde }) => voorwaarde.fact));
  const open = advies.ontbreekt
    .filter((feit) => feiten.has(feit))
    .map((feit) => {
      const vraag = model.vraagOf.get(feit);
      return {
        onderdeel: feit,
        tekst: say('ontbreekt.antwoord', {
          vraag: vraag?.kort ?? feit,
          wie: toWhom(say, vraag?.wieWeetHet ?? say('ontbreekt.vraag-gemeente')),
        }),
      };
    });
  const empty = needed
    .filter(({ pad }) => !verwijzing.has(pad))
    .map(({ pad, naam, wieWeetHet }) => ({
      onderdeel: pad,
      tekst: say(naam.endsWith('?') ? 'ontbreekt.vraag' : 'ontbreekt.veld', {
        veld: naam,
        wie: toWhom(say, wieWeetHet),
      }),
    }));
  return [...open, ...empty, ...findDoubtfulDates(say, velden, verwijzing, today)];
}

/** Dates that can be, but more likely have a slip of the pen in them. */
function findDoubtfulDates(
  say: Say,
  velden: readonly Veld[],
  verwijzing: Verwijzing,
  today: string,
): Missing[] {
  return velden.flatMap(({ pad, soort, dag, naam }) => {
    const tekst = verwijzing.get(pad);
    if (soort !== 'datum' || tekst === undefined) return [];
    const oordeel = judgeDate(tekst, dag ?? 'feit', today);
    if (oordeel !== 'geweest' && oordeel !== 'ver') return [];
    const words = { veld: naam, datum: toDateText(tekst) };
    return [{ onderdeel: pad, tekst: say(`ontbreekt.datum-${oordeel}`, words) }];
  });
}

function toWhom(say: Say, wieWeetHet: string): string {
  return say('ontbreekt.wie', { wie: toClause(wieWeetHet) });
}
