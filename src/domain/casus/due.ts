import { addWorkingDays } from '../calendar.ts';
import { findTermijn, NABELLEN_DAYS } from '../referral/referral-days.ts';
import type { Casus, GemaakteVerwijzing, ItemList } from './casus.ts';
import type { CasusRules } from './casus-rules.ts';
import { listItems, listOpen } from './change-items.ts';
import { canGoOn } from './follow-up/follow-ups.ts';

/** What has to be done, or takes place, on a day. */
export interface Due {
  /**
   * `inleveren`: the last day to hand in for a meeting. `overleg`: the meeting. `nabellen`: ask whether a package
   * arrived. `evaluatie`: after hours of deployment. `plan` and `termijnen`: an item of that list.
   */
  readonly soort:
    | 'inleveren'
    | 'overleg'
    | 'nabellen'
    | 'evaluatie'
    | Extract<ItemList, 'plan' | 'termijnen'>;
  /** YYYY-MM-DD; null where it is not a day that counts but a number of hours. */
  readonly datum: string | null;
  /** Whether the day is over. */
  readonly teLaat: boolean;
  /** The id of the table that it is about. */
  readonly tafel?: string;
  /** The id of the item, or of the package made. */
  readonly id?: string;
  /** What was written down of it; for `evaluatie` the number of hours. */
  readonly wat: string;
}

/**
 * What is due in a case, by day: what is overdue comes first of itself, and what has no day last. Nothing of a case that
 * is closed, nothing that is done, no meeting that has been.
 */
export function listDue({ tafelOf }: Pick<CasusRules, 'tafelOf'>, casus: Casus, today: string): Due[] {
  if (casus.status.waarde === 'afgesloten') return [];
  const made = listItems(casus, 'verwijzingen');
  const handedIn = new Set(made.filter(isHandedIn).map(({ tafel }) => tafel));
  const due: Due[] = [
    ...listMeetings(casus).flatMap(({ tafel, datum }): Due[] => {
      const table = tafelOf.get(tafel);
      if (!table || datum < today) return [];
      const termijn = findTermijn(table, datum, today);
      return [
        ...(termijn && !handedIn.has(tafel)
          ? [
              {
                soort: 'inleveren' as const,
                datum: termijn.uiterlijk,
                teLaat: termijn.teLaat,
                tafel,
                wat: '',
              },
            ]
          : []),
        { soort: 'overleg', datum, teLaat: false, tafel, wat: '' },
      ];
    }),
    ...made.filter(isUnanswered).map(({ id, tafel, datum: madeOn, standDatum }): Due => {
      const datum = addWorkingDays(standDatum || madeOn, NABELLEN_DAYS);
      return { soort: 'nabellen', datum, teLaat: datum < today, tafel, id, wat: '' };
    }),
    ...listDeployments(made).flatMap(({ id, tafel, velden }): Due[] => {
      const wat = velden.evaluatieUren ?? '';
      return wat !== '' ? [{ soort: 'evaluatie', datum: null, teLaat: false, tafel, id, wat }] : [];
    }),
    ...listOpen(casus)
      .filter(({ datum }) => datum !== '')
      .map(({ id, datum, wie, doetWat }): Due => {
        const wat = wie === '' ? doetWat : `${wie}: ${doetWat}`;
        return { soort: 'plan', datum, teLaat: datum < today, id, wat };
      }),
    ...listItems(casus, 'termijnen')
      .filter(({ gedaan }) => gedaan === '')
      .map(({ id, datum, wat }): Due => ({ soort: 'termijnen', datum, teLaat: datum < today, id, wat })),
  ];
  return due.sort((a, b) => compareDays(a.datum, b.datum));
}

/** The meetings that were filled in for a table, each once. */
export function listMeetings({ velden }: Casus): { readonly tafel: string; readonly datum: string }[] {
  const dates = new Map<string, string>();
  for (const { waarde, tafels } of velden.overlegdatum ?? []) {
    for (const tafel of Object.keys(tafels)) if (waarde !== '' && !dates.has(tafel)) dates.set(tafel, waarde);
  }
  return [...dates].map(([tafel, datum]) => ({ tafel, datum }));
}

/** Whether the table has it, or had it and did not send it back: what was refused or taken back is handed in anew. */
function isHandedIn({ stand, soort }: GemaakteVerwijzing): boolean {
  return soort !== 'vraag' && !['gemaakt', 'afgewezen', 'ingetrokken'].includes(stand);
}

/**
 * Of each table the deployment that was told last, while it runs: it is told that one goes on, with a new number of hours,
 * after the evaluation of the one before.
 */
function listDeployments(made: readonly GemaakteVerwijzing[]): GemaakteVerwijzing[] {
  const toAge = ({ datum, soort, genoteerd }: GemaakteVerwijzing) =>
    `${datum} ${soort === 'voortzetting' ? 1 : 0} ${genoteerd}`;
  const last = new Map<string, GemaakteVerwijzing>();
  for (const one of made.filter(canGoOn)) {
    const other = last.get(one.tafel);
    if (!other || toAge(one) > toAge(other)) last.set(one.tafel, one);
  }
  return [...last.values()];
}

function isUnanswered({ stand }: GemaakteVerwijzing): boolean {
  return stand === 'gemaakt' || stand === 'verstuurd';
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return a !== null && (b === null || a < b) ? -1 : 1;
}
