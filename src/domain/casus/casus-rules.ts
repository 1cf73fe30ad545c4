import type { Content } from '../model/content.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Vraag } from '../model/vraag.ts';
import { listPlan, listVelden, type Veld } from '../referral/veld.ts';
import { parseVeld, type VeldFault } from '../referral/verwijzing.ts';
import type { Say } from '../texts.ts';
import { type EditedList, ITEM_LISTS } from './casus.ts';
import { listItemFields } from './item-fields.ts';

/** What the content says of a case file: the questions, tables and fields that there are now. */
export interface CasusRules {
  readonly say: Say;
  readonly vraagOf: ReadonlyMap<string, Vraag>;
  readonly tafelOf: ReadonlyMap<string, Overlegtafel>;
  /** The fields of each table that the file keeps, by their path. */
  readonly veldenOf: ReadonlyMap<string, ReadonlyMap<string, Veld>>;
  /** The fields of the plan of action in the form of every table. */
  readonly planFields: readonly Veld[];
  /** The fields of the texts of an item of each list, by the name of the text in the file. */
  readonly itemTexts: Readonly<Record<EditedList, readonly (readonly [string, Veld])[]>>;
}

/** Prepares what a case file is checked with, once. */
export function createCasusRules(
  say: Say,
  content: Content,
  model: Pick<CasusRules, 'vraagOf' | 'tafelOf'>,
): CasusRules {
  const veldenOf = new Map(
    content.tafels.map((tafel) => {
      const own = listVelden(say, content, tafel, undefined).filter(isKept);
      return [tafel.id, new Map(own.map((veld) => [veld.pad, veld]))];
    }),
  );
  return {
    say,
    vraagOf: model.vraagOf,
    tafelOf: model.tafelOf,
    veldenOf,
    planFields: listPlan(say),
    itemTexts: Object.fromEntries(
      [...ITEM_LISTS, 'verwijzingen' as const].map((list) => [
        list,
        listItemFields(say, list, { checklist: [] })
          .filter(({ soort }) => soort === 'tekst' || soort === 'regel')
          .map((veld) => [veld.pad.slice(list.length + 1), veld]),
      ]),
    ) as unknown as CasusRules['itemTexts'],
  };
}

/**
 * Name, telephone and address of who refers stay out: the file goes from hand to hand. The code stands in it once, and
 * the agreements of the plan are a list of their own.
 */
function isKept({ pad, rubriek, privacy }: Veld): boolean {
  return pad !== 'casuscode' && !pad.startsWith('plan.') && (rubriek !== 'aanmelder' || privacy);
}

/**
 * A text as the form would take it, or what is wrong with it in Dutch: too long, no text, a BSN. What only looks like
 * data of the person was pointed out when it was typed.
 */
export function checkText(
  say: Say,
  veld: Veld,
  waarde: string,
  today: string,
): { readonly waarde: string } | { readonly fout: string } {
  const read = parseVeld(say, veld, waarde, today, false);
  return 'fout' in read ? read : { waarde: read.tekst };
}

/** The texts of a package as the file may keep them, and what is wrong with the others. */
export function checkTexts(
  { say, veldenOf, planFields }: CasusRules,
  tafel: string,
  given: Readonly<Record<string, string>>,
  today: string,
): { readonly values: Record<string, string>; readonly fouten: readonly VeldFault[] } {
  const values: Record<string, string> = {};
  const fouten: VeldFault[] = [];
  for (const veld of [...(veldenOf.get(tafel)?.values() ?? []), ...planFields]) {
    const checked = checkText(say, veld, given[veld.pad] ?? '', today);
    if ('fout' in checked) fouten.push({ veld: veld.pad, melding: checked.fout });
    else values[veld.pad] = checked.waarde;
  }
  return { values, fouten };
}
