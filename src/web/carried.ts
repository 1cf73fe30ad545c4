import { EDITED_LISTS } from '../domain/casus/casus.ts';

/** A hidden field of a page of a case. */
export interface Carried {
  readonly naam: string;
  readonly waarde: string;
}

/** The field with the text of the file. */
const CASUS = 'casus';
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
  return [...new Set(form.keys())].filter((naam) => naam === CASUS || TYPED.test(naam));
}

/** The file that travels along; null outside a case. */
export function findCasusText(carried: readonly Carried[]): string | null {
  return carried.find(({ naam }) => naam === CASUS)?.waarde ?? null;
}

/** The same with the case as it is now. */
export function carryCasus(carried: readonly Carried[], casus: object): Carried[] {
  const others = carried.filter(({ naam }) => naam !== CASUS);
  // On one line: the download is the readable one.
  return [{ naam: CASUS, waarde: JSON.stringify(casus) }, ...others];
}
