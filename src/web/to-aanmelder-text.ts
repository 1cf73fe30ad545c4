import type { Content } from '../domain/model/content.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { toRolName } from '../domain/referral/find-ontvanger.ts';
import { toSentence } from '../domain/to-sentence.ts';

/** Who may refer to a table, and whom to ask for anyone else. */
export function toAanmelderText(content: Content, { aanmelders: { rollen, via } }: Overlegtafel): string {
  const wie = `${toSentence(rollen.map((rol) => toRolName(content, rol)).join(', '))}.`;
  // Where one role only may refer, that is also the one to ask.
  const isOnly = rollen.length === 1 && rollen[0] === via;
  return isOnly ? wie : `${wie} Anders via de ${toRolName(content, via)}.`;
}
