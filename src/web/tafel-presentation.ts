import type { Content } from '../domain/model/content.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { toRolName } from '../domain/model/rol.ts';
import type { Oordeel } from '../domain/model/uitkomst.ts';
import { toSentence } from '../domain/sentence.ts';
import type { Say } from '../domain/texts.ts';

/** The style of the badge of a table. */
export const TAFEL_CLASS: Readonly<Record<Oordeel, string>> = {
  voldoet: 'voldoet',
  voldoetNiet: 'voldoet-niet',
  onvolledig: 'onbekend',
  nietNagegaan: 'stil',
};

/** The page of a table in the directory; the provision (mobiel P10-team) has an address of its own. */
export function toTafelHref(id: string, soort: 'overlegtafel' | 'voorziening'): string {
  return soort === 'overlegtafel' ? `/overlegtafels/${id}` : `/${id}`;
}

/** Who may refer to a table, and whom to ask for anyone else. */
export function toAanmelderText(
  say: Say,
  content: Content,
  { aanmelders: { rollen, via } }: Overlegtafel,
): string {
  const wie = `${toSentence(rollen.map((rol) => toRolName(content, rol)).join(', '))}.`;
  // Where one role only may refer, that is also the one to ask.
  const isOnly = rollen.length === 1 && rollen[0] === via;
  return isOnly ? wie : say('tafel.anders-via', { wie, rol: toRolName(content, via) });
}

/** The steps of the ladder, from immediate danger up, by their names on the pages. */
export function listTreden(say: Say) {
  return ([0, 1, 2, 3, 4] as const).map((nummer) => ({ nummer, naam: say(`tafel.trede-${nummer}`) }));
}

/** The name of a step of the ladder. */
export function toTredeName(say: Say, trede: number): string {
  return listTreden(say).find(({ nummer }) => nummer === trede)?.naam ?? '';
}
