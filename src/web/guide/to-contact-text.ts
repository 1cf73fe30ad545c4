import { toDateText } from '../../domain/date-text.ts';
import { isStale } from '../../domain/freshness/shelf-life.ts';
import type { Contact } from '../../domain/model/contact.ts';

/** A contact in a few lines: its value or what to do instead, and how fresh it is. */
export function toContactText(
  { waarde, alsOnbekend, toelichting, gecontroleerd }: Contact,
  now: Date,
): string {
  return [waarde ?? alsOnbekend, toelichting, toFreshnessText(gecontroleerd, now)]
    .filter((deel) => deel !== null)
    .join('\n');
}

/** When something was checked, and that one has to ask when that is long ago. */
export function toFreshnessText(gecontroleerd: string, now: Date): string {
  const date = toDateText(gecontroleerd);
  return isStale(gecontroleerd, now)
    ? `Langer dan een jaar niet gecontroleerd (op ${date}): vraag na of dit nog klopt.`
    : `Laatst gecontroleerd op ${date}.`;
}
