import type { Request } from 'express';
import type { StandSeal } from '../domain/answers/stand-seal.ts';
import { toDutchDate } from '../domain/calendar.ts';
import { type Casus, EDITED_LISTS, type EditedList } from '../domain/casus/casus.ts';
import type { CasusRules } from '../domain/casus/casus-rules.ts';
import { readAntwoorden } from '../domain/casus/change-casus.ts';
import { listTextPaths, toItemPath } from '../domain/casus/item-fields.ts';
import { parseCasus } from '../domain/casus/parse-casus.ts';
import { isSameCasus } from '../domain/casus/write-casus.ts';
import type { Services } from '../services.ts';
import { readStand, type Stand, StandFault, toNewStand } from './stand-param.ts';

/** A hidden field of a page of a case. */
export interface Carried {
  readonly naam: string;
  readonly waarde: string;
}

/** The field with the text of the file. */
const CASUS = 'casus';
/** Says that all of the case stands in a file. */
const SAVED = 'bewaard';
/** What was typed of an item on the page of the case, and is not put in yet. */
const TYPED = new RegExp(`^(?:${EDITED_LISTS.join('|')})\\.[a-zA-Z]+$`);

/**
 * What travels along in the body of a post wherever a user goes from a case: its file, and what was half typed on its
 * page. Nothing outside a case.
 */
export function readCarried(form: unknown): Carried[] {
  if (!(form instanceof URLSearchParams)) return [];
  return listCarried(form).flatMap((naam) => {
    const waarde = form.get(naam) ?? '';
    return waarde === '' ? [] : [{ naam, waarde }];
  });
}

/** The names of what travels along in this form. */
export function listCarried(form: URLSearchParams): string[] {
  if (!form.has(CASUS)) return [];
  return [...new Set(form.keys())].filter((naam) => naam === CASUS || naam === SAVED || TYPED.test(naam));
}

/** The file that travels along; null outside a case. */
function findCasusText(carried: readonly Carried[]): string | null {
  return carried.find(({ naam }) => naam === CASUS)?.waarde ?? null;
}

/** Whether what travels along holds nothing that stands in no file yet. */
export function isAllSaved(carried: readonly Carried[]): boolean {
  const values = Object.fromEntries(carried.map(({ naam, waarde }) => [naam, waarde]));
  return values[SAVED] === 'ja' && !hasTyped(values);
}

/** The same with the case as it is now; once that changed, it stands in no file. */
export function carryCasus(carried: readonly Carried[], casus: object): Carried[] {
  // On one line: the download is the readable one.
  const waarde = JSON.stringify(casus);
  const isSame = findCasusText(carried) === waarde;
  const others = carried.filter(({ naam }) => naam !== CASUS && (isSame || naam !== SAVED));
  return [{ naam: CASUS, waarde }, ...others];
}

/** The lists of which something was typed of an item: a day and a choice stand in the fields of themselves. */
export function listTyped(values: Readonly<Record<string, string>>): EditedList[] {
  return EDITED_LISTS.filter((list) => listTextPaths(list).some((pad) => values[toItemPath(list, pad)]));
}

/** Whether something was typed of an item, of whatever list. */
export function hasTyped(values: Readonly<Record<string, string>>): boolean {
  return listTyped(values).length > 0;
}

/** Whether all of the case stands in a file: the page said so of the case as it was brought, and nothing of that changed. */
export function isKept(form: URLSearchParams, brought: Casus, now: Casus = brought): boolean {
  return form.get(SAVED) === 'ja' && isSameCasus(brought, now);
}

/** What a page beside that of the case carries along, so that the way back loses nothing. */
export function toCarried(casus: Casus, form: URLSearchParams) {
  const mee = carryCasus(readCarried(form), casus);
  return { code: casus.casuscode, mee, bewaard: isAllSaved(mee) };
}

/** The stand of the answers in a case. */
export function toCasusStand(zegel: StandSeal, casus: Casus): Stand {
  return toNewStand(zegel, readAntwoorden(casus));
}

/**
 * The answers in the address; when those are too old, and a case travels along, the answers in its file.
 * @throws StandFault when neither can be read.
 */
export function findStand(
  { zegel, now }: Pick<Services, 'zegel' | 'now'>,
  rules: CasusRules,
  req: Request,
  mee: readonly Carried[],
): Stand {
  try {
    return readStand(zegel, req);
  } catch (error) {
    const text = findCasusText(mee);
    if (!(error instanceof StandFault) || text === null) throw error;
    const parsed = parseCasus(rules, text, toDutchDate(now()), now().toISOString());
    if ('fout' in parsed) throw error;
    return toCasusStand(zegel, parsed.casus);
  }
}
