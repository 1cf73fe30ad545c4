import { toDutchDate } from '../calendar.ts';
import type { Aantekening, Afspraak, Casus, GemaakteVerwijzing, Termijn } from './casus.ts';
import { listItems } from './change-items.ts';
import { listMeetings } from './due.ts';

/** Something that happened in a case, or is going to, on a day (YYYY-MM-DD). */
export type TimelineEvent = { readonly datum: string } & (
  | { readonly soort: 'logboek'; readonly item: Aantekening }
  /** A package that was made (`stand` is then `gemaakt`), or what became of it. */
  | {
      readonly soort: 'aanmelding';
      readonly item: GemaakteVerwijzing;
      readonly stand: GemaakteVerwijzing['stand'];
    }
  | { readonly soort: 'overleg'; readonly tafel: string }
  | { readonly soort: 'plan'; readonly item: Afspraak }
  | { readonly soort: 'termijnen'; readonly item: Termijn }
  | { readonly soort: 'afgesloten' }
);

/** Everything in a case that has a day, in the order of the days. */
export function listTimeline(casus: Casus): TimelineEvent[] {
  const events: TimelineEvent[] = [
    ...listItems(casus, 'logboek').map((item) => ({ soort: 'logboek' as const, datum: item.datum, item })),
    ...listItems(casus, 'verwijzingen').flatMap((item): TimelineEvent[] => {
      const { datum, stand, standDatum } = item;
      const made = { soort: 'aanmelding', datum, item, stand: 'gemaakt' } as const;
      return stand === 'gemaakt' || standDatum === ''
        ? [made]
        : [made, { soort: 'aanmelding', datum: standDatum, item, stand }];
    }),
    ...listMeetings(casus).map((meeting) => ({ soort: 'overleg' as const, ...meeting })),
    ...listItems(casus, 'plan')
      .filter(({ datum }) => datum !== '')
      .map((item) => ({ soort: 'plan' as const, datum: item.datum, item })),
    ...listItems(casus, 'termijnen').map((item) => ({
      soort: 'termijnen' as const,
      datum: item.datum,
      item,
    })),
    ...(casus.status.waarde === 'afgesloten'
      ? [{ soort: 'afgesloten' as const, datum: toDutchDate(new Date(casus.status.gewijzigd)) }]
      : []),
  ];
  return events.sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
}
