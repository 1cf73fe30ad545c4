import type { Advies } from '../advice/advies.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { isUsable } from '../questions/lokale-stap.ts';
import type { Say } from '../texts.ts';
import type { Veld } from './veld.ts';
import { isVoortzetting, type Verwijzing } from './verwijzing.ts';

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

/** Something that is missing from a referral: which part, and in a sentence what to do and who may know. */
export interface Missing {
  readonly onderdeel: string;
  readonly tekst: string;
}

/** What the table needs to treat the case and does not have yet: open criteria, and fields that were left empty. */
export function findMissingParts(
  say: Say,
  model: Beslismodel,
  advies: Advies,
  tafel: Overlegtafel,
  velden: readonly Veld[],
  verwijzing: Verwijzing,
  route: 'zelf' | 'via',
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
  const needed = velden.filter((veld) => veld.nodig && isNeeded(veld, verwijzing, route));
  const empty = [...needed, ...findLegalBasis(velden, verwijzing)]
    .filter(({ pad }) => !verwijzing.has(pad))
    .map(({ pad, naam, wieWeetHet }) => ({
      onderdeel: pad,
      tekst: say(naam.endsWith('?') ? 'ontbreekt.vraag' : 'ontbreekt.veld', {
        veld: naam,
        wie: toWhom(say, wieWeetHet),
      }),
    }));
  return [...open, ...empty];
}

/** Whether a field that the table needs is needed for this message too. */
function isNeeded({ pad, rubriek }: Veld, verwijzing: Verwijzing, route: 'zelf' | 'via'): boolean {
  if (rubriek === 'aanmelder') return true;
  // Who asks another to refer need not have it all, but must be clear on the question: that other completes the rest.
  if (route === 'via') return pad === 'hulpvraag';
  return !isVoortzetting(verwijzing) || rubriek === 'inzet';
}

/** Sharing without the person's consent needs a recorded ground. */
function findLegalBasis(velden: readonly Veld[], verwijzing: Verwijzing): Veld[] {
  const informed = verwijzing.get('geinformeerd');
  return informed === undefined || informed === 'akkoord'
    ? []
    : velden.filter(({ pad }) => pad === 'grondslag');
}

function toWhom(say: Say, wieWeetHet: string): string {
  return say('ontbreekt.wie', { wie: `${wieWeetHet.charAt(0).toLowerCase()}${wieWeetHet.slice(1)}` });
}
