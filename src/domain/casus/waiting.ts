import { addDays, addWorkingDays, countDays } from '../calendar.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { NABELLEN_DAYS } from '../referral/referral-days.ts';
import { LINK_DAYS } from '../table-answers/answer-link.ts';
import type { Casus, GemaakteVerwijzing } from './casus.ts';

/** States in which a table still has to say what it does. */
const OPEN: readonly GemaakteVerwijzing['stand'][] = ['gemaakt', 'verstuurd', 'ontvangen', 'opAgenda'];

/** How long a package waits for an answer. */
export interface Waiting {
  /** YYYY-MM-DD: since the package was made, or the last that was heard of it. */
  readonly sinds: string;
  readonly dagen: number;
  /** Whether it is time to ask. */
  readonly isLong: boolean;
  /** Whether the link that went along with it has ended. */
  readonly isLinkOver: boolean;
}

/** How a package waits; null where no answer is to come, and in a case that is closed. */
export function findWaiting(
  { status }: Pick<Casus, 'status'>,
  made: GemaakteVerwijzing,
  tafel: Overlegtafel | undefined,
  today: string,
): Waiting | null {
  const { datum, soort, stand, standDatum } = made;
  const isAsked = soort === 'verzoek' || soort === 'aanmelding' || soort === 'vraag';
  if (!isAsked || !OPEN.includes(stand) || status.waarde === 'afgesloten') return null;
  const sinds = standDatum || datum;
  return {
    sinds,
    dagen: Math.max(0, countDays(sinds, today)),
    isLong: addWorkingDays(sinds, NABELLEN_DAYS) <= today,
    isLinkOver: hasLink(made, tafel) && addDays(datum, LINK_DAYS) < today,
  };
}

/** Whether a table can answer a package by a link: not what another is asked to hand in, nor what is told by telephone. */
export function hasLink({ soort }: GemaakteVerwijzing, tafel: Overlegtafel | undefined): boolean {
  return (
    (soort === 'aanmelding' || soort === 'vraag') && tafel !== undefined && tafel.kanaal.soort !== 'telefoon'
  );
}
