import { toDateText } from '../../../domain/calendar.ts';
import { type PartRef, readPart } from '../../../domain/editing/part.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import type { CheckDraft } from '../../../editing/checking.ts';
import { BEHEER } from '../paths.ts';
import { toSeen } from './seen.ts';

/** Something with a date: what is to be checked, when that is due, and what the buttons carry. */
interface Dated extends PartRef {
  readonly naam: string;
  readonly gecontroleerd: string;
  /** The last day on which its check counts. */
  readonly tot: string;
}

/** What its buttons and its place in the page need; `today` is YYYY-MM-DD. */
export function toCheckItem(
  say: Say,
  files: Files,
  { bestand, naam, gecontroleerd, tot }: Dated,
  own: CheckDraft | null,
  today: string,
) {
  const isDue = tot < today;
  return {
    anker: toAnchor({ bestand, naam }),
    bestand,
    onderdeel: naam,
    gezien: toSeen(readPart(files, { bestand, naam })),
    gecontroleerd: toDateText(gecontroleerd),
    isTeLaat: isDue,
    wanneer: say(isDue ? 'nakijken.sinds' : 'nakijken.tot', { datum: toDateText(tot) }),
    isGenoteerd: own?.parts.some((part) => part.bestand === bestand && part.naam === naam) ?? false,
  };
}

/** The id of the place of a part in the page. */
export function toAnchor({ bestand, naam }: PartRef): string {
  return `${bestand.replace(/^.*\/|\.json$/g, '')}-${naam ?? ''}`;
}

/** What somebody noted so far, above the lists. */
export function toOwnDraft(own: CheckDraft | null) {
  return own && own.parts.length > 0
    ? { href: `${BEHEER}/concepten/${own.id}`, aantal: own.parts.length, titel: own.titel }
    : null;
}
