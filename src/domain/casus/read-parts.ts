import type { z } from 'zod';
import { parseAntwoord } from '../answers/parse-antwoorden.ts';
import { isObject } from '../json.ts';
import { shorten } from '../sentence.ts';
import {
  antwoordSchema,
  type Casus,
  type EditedList,
  type ItemList,
  MAX_ITEMS,
  MAX_VERWIJZINGEN,
  veldSchema,
  verwijzingSchema,
} from './casus.ts';
import { type CasusRules, checkText } from './casus-rules.ts';
import { ITEM_SCHEMAS } from './parse-item.ts';
import { byKey } from './register.ts';

const MAX_QUOTE = 60;

/** Hears of each part that is not kept. */
export type Drop = (melding: string) => void;

/** Reads one part by its schema; null, and named, when it is damaged. */
export function readOne<T extends z.ZodType>(
  { say }: CasusRules,
  schema: T,
  given: unknown,
  plaats: string,
  drop: Drop,
): z.infer<T> | null {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const inner = parsed.error.issues[0]?.path.join('.') ?? '';
  drop(say('casus.weg-beschadigd', { plaats: quote(inner === '' ? plaats : `${plaats}.${inner}`) }));
  return null;
}

/** Reads the answers: what a question of now cannot take falls away. */
export function readAntwoordenPart(rules: CasusRules, given: unknown, drop: Drop): Casus['antwoorden'] {
  const { say, vraagOf } = rules;
  return Object.fromEntries(
    listEntries(rules, given, 'antwoorden', drop).flatMap(([feit, value]) => {
      const vraag = vraagOf.get(feit);
      if (!vraag) {
        drop(say('casus.weg-vraag', { feit: quote(feit) }));
        return [];
      }
      const register = readOne(rules, antwoordSchema, value, `antwoorden.${feit}`, drop);
      if (!register) return [];
      const fits = (waarde: unknown) => waarde === null || !('fouten' in parseAntwoord(vraag, waarde));
      const kept = [register.waarde, ...(register.ook ?? [])].filter(fits);
      if (kept.length === 0 || !fits(register.waarde))
        drop(say('casus.weg-antwoord', { vraag: vraag.vraag }));
      const [waarde, ...ook] = kept;
      if (waarde === undefined) return [];
      const { gewijzigd } = register;
      return [[feit, { waarde, gewijzigd, ...(ook.length > 0 ? { ook } : {}) }]];
    }),
  );
}

/** Reads the texts of packages, checked as the form checks them. */
export function readVeldenPart(
  rules: CasusRules,
  given: unknown,
  today: string,
  drop: Drop,
): Casus['velden'] {
  const { say, veldenOf, tafelOf } = rules;
  const paths = new Set([...veldenOf.values()].flatMap((velden) => [...velden.keys()]));
  return Object.fromEntries(
    listEntries(rules, given, 'velden', drop).flatMap(([pad, list]) => {
      if (!paths.has(pad)) {
        drop(say('casus.weg-veld', { veld: quote(pad) }));
        return [];
      }
      const texts = listItems(rules, list, `velden.${pad}`, drop).flatMap((value, index) => {
        const text = readOne(rules, veldSchema, value, `velden.${pad}.${index}`, drop);
        if (!text) return [];
        for (const id of Object.keys(text.tafels)) {
          if (!tafelOf.has(id))
            drop(say('casus.weg-tafel', { tafel: quote(id), plaats: quote(`velden.${pad}`) }));
        }
        const tafels = Object.entries(text.tafels).filter(([id]) => veldenOf.get(id)?.has(pad));
        const veld = veldenOf.get(tafels[0]?.[0] ?? '')?.get(pad);
        if (!veld) {
          drop(say('casus.weg-veld', { veld: quote(pad) }));
          return [];
        }
        const checked = checkText(say, veld, text.waarde, today);
        if ('fout' in checked) {
          drop(say('casus.weg-tekst', { plaats: veld.naam, fout: checked.fout }));
          return [];
        }
        return [{ waarde: checked.waarde, tafels: Object.fromEntries(tafels) }];
      });
      return texts.length > 0 ? [[pad, texts]] : [];
    }),
  );
}

/** Reads which packages were made; of what was typed in them a text that cannot stay falls away. */
export function readVerwijzingenPart(
  rules: CasusRules,
  given: unknown,
  today: string,
  drop: Drop,
): Casus['verwijzingen'] {
  const { say, tafelOf, veldenOf } = rules;
  return listItems(rules, given, 'verwijzingen', drop).flatMap((value, index) => {
    const plaats = `verwijzingen.${index}`;
    const made = readOne(rules, verwijzingSchema, value, plaats, drop);
    if (!made) return [];
    if (!tafelOf.has(made.tafel)) {
      drop(say('casus.weg-tafel', { tafel: quote(made.tafel), plaats }));
      return [];
    }
    const velden = Object.entries(made.velden).flatMap(([pad, waarde]): [string, string][] => {
      const veld = veldenOf.get(made.tafel)?.get(pad);
      const checked = veld && checkText(say, veld, waarde, today);
      if (checked && 'waarde' in checked) return [[pad, checked.waarde]];
      drop(
        veld && checked
          ? say('casus.weg-tekst', { plaats: `${plaats} (${veld.naam})`, fout: checked.fout })
          : say('casus.weg-veld', { veld: quote(pad) }),
      );
      return [];
    });
    const kept = keepTexts(rules, 'verwijzingen', made, plaats, today, drop);
    return [{ ...kept, velden: Object.fromEntries(velden.sort(byKey)) }];
  });
}

/** Reads a list of items. */
export function readItemsPart<L extends ItemList>(
  rules: CasusRules,
  list: L,
  given: unknown,
  today: string,
  drop: Drop,
): Casus[L] {
  const items = listItems(rules, given, list, drop).flatMap((value, index) => {
    const plaats = `${list}.${index}`;
    const item = readOne(rules, ITEM_SCHEMAS[list] as typeof ITEM_SCHEMAS.logboek, value, plaats, drop);
    if (!item) return [];
    return [keepTexts(rules, list, item, plaats, today, drop)];
  });
  return items as unknown as Casus[L];
}

/** An item with its texts as the page would take them; one with a BSN, or that is no text, is emptied and named. */
function keepTexts<T extends object>(
  { say, itemTexts }: CasusRules,
  list: EditedList,
  item: T,
  plaats: string,
  today: string,
  drop: Drop,
): T {
  const given = item as Readonly<Record<string, string>>;
  const texts = itemTexts[list].map(([pad, veld]) => {
    const checked = checkText(say, veld, given[pad] ?? '', today);
    if ('waarde' in checked) return [pad, checked.waarde];
    drop(say('casus.weg-tekst', { plaats: `${plaats} (${veld.naam})`, fout: checked.fout }));
    return [pad, ''];
  });
  return { ...item, ...Object.fromEntries(texts) };
}

function listEntries(rules: CasusRules, given: unknown, plaats: string, drop: Drop): [string, unknown][] {
  if (isObject(given)) return bound(rules, Object.entries(given), plaats, drop);
  drop(rules.say('casus.weg-beschadigd', { plaats }));
  return [];
}

function listItems(rules: CasusRules, given: unknown, plaats: string, drop: Drop): unknown[] {
  if (Array.isArray(given)) return bound(rules, given, plaats, drop);
  drop(rules.say('casus.weg-beschadigd', { plaats: quote(plaats) }));
  return [];
}

function bound<T>({ say }: CasusRules, items: T[], plaats: string, drop: Drop): T[] {
  const hoogstens = plaats === 'verwijzingen' ? MAX_VERWIJZINGEN : MAX_ITEMS;
  if (items.length <= hoogstens) return items;
  drop(say('casus.weg-veel', { plaats: quote(plaats), hoogstens }));
  return items.slice(0, hoogstens);
}

/** What a file says, short enough and plain enough to repeat on a page. */
export function quote(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ');
  return shorten(line, MAX_QUOTE);
}
