import { type Advies, findOordeel } from '../advice/advies.ts';
import { toDateText } from '../calendar.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { isUsable } from '../questions/situatie.ts';
import { toClause } from '../sentence.ts';
import type { Say } from '../texts.ts';
import { judgeDate } from './check-date.ts';
import type { Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/**
 * What a referral is: a case for a table, a request to who may refer, or a message on a team that may not be there any
 * more: first whether it is, then that a deployment was agreed, then that it goes on.
 */
export const SOORTEN = ['aanmelding', 'verzoek', 'vraag', 'inzet', 'voortzetting'] as const;
export type Soort = (typeof SOORTEN)[number];

/** What the message is, for who refers to this table through `via`, or straight to it. */
export function toSoort({ soort }: Overlegtafel, via: string | null, verwijzing: Verwijzing): Soort {
  if (via !== null) return 'verzoek';
  if (soort === 'overlegtafel') return 'aanmelding';
  const bericht = verwijzing.get('bericht');
  return bericht === 'inzet' || bericht === 'voortzetting' ? bericht : 'vraag';
}

/**
 * The fields that a message of this kind cannot do without. The labels of the form, what is missing, the status and the
 * API all ask this, so that they never contradict each other.
 */
export function listNeeded(velden: readonly Veld[], soort: Soort, verwijzing: Verwijzing): Veld[] {
  return velden.filter((veld) => isNeeded(veld, soort, verwijzing));
}

function isNeeded({ pad, rubriek, nodigVoorTafel }: Veld, soort: Soort, verwijzing: Verwijzing): boolean {
  // Sharing without the person's consent needs a recorded ground.
  if (pad === 'grondslag') return hasNoConsent(verwijzing);
  if (!nodigVoorTafel) return false;
  if (rubriek === 'inzet') return soort === 'inzet' || soort === 'voortzetting';
  if (rubriek === 'aanmelder' || pad === 'casuscode') return true;
  // Who asks need not have it all, but must be clear on the question; who goes on writes to a team that knows the case.
  if (soort === 'verzoek' || soort === 'vraag') return pad === 'hulpvraag';
  return soort !== 'voortzetting';
}

function hasNoConsent(verwijzing: Verwijzing): boolean {
  const informed = verwijzing.get('geinformeerd');
  return informed !== undefined && informed !== 'akkoord';
}

/** What stays empty of the rest, as the package would have called it. */
export function listLeftEmpty(
  velden: readonly Veld[],
  needed: readonly Veld[],
  verwijzing: Verwijzing,
): string[] {
  return velden
    .filter(
      (veld) =>
        !veld.pad.includes('.') &&
        veld.rubriek !== 'inzet' &&
        !veld.zonderToestemming &&
        !veld.extra &&
        !needed.includes(veld) &&
        !verwijzing.has(veld.pad),
    )
    .map(({ inTekst }) => inTekst);
}

/** Whether a case can be referred to a table: yes, only as a draft because facts are missing, or not. */
export type VerwijsStatus = 'gereed' | 'concept' | 'nietMogelijk';

/** What the advice says about referring to this table. */
export function toVerwijsStatus(advies: Advies, tafelId: string): VerwijsStatus {
  if (advies.tafels.includes(tafelId) || advies.voorzieningen.includes(tafelId)) return 'gereed';
  const early = advies.uitkomst === 'belNu' || advies.uitkomst === 'buitenTwente';
  const found = findOordeel(advies, tafelId);
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
