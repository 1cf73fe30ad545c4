import type { CountsPerWeek, WeekCount } from '../../domain/statistics/counts.ts';

/** One number of one week. */
export interface CountRow {
  readonly week: string;
  readonly soort: 'gestart' | 'afgerond' | 'uitkomst' | 'tafel' | 'gesteld' | 'beantwoord' | 'weetNiet';
  /** The outcome, table or question; empty where there is none. */
  readonly sleutel: string;
  readonly aantal: number;
}

/** The counts as rows, in the order of their keys: processes that add to the same rows then never wait for each other in a ring. */
export function toCountRows(counts: CountsPerWeek): CountRow[] {
  const rows = Object.entries(counts).flatMap(([week, count]) =>
    listNumbers(count).map(([soort, sleutel, aantal]) => ({ week, soort, sleutel, aantal })),
  );
  return rows.sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1));
}

const toKey = ({ week, soort, sleutel }: CountRow) => `${week} ${soort} ${sleutel}`;

function listNumbers(count: WeekCount): (readonly [CountRow['soort'], string, number])[] {
  return [
    ['gestart', '', count.gestart] as const,
    ['afgerond', '', count.afgerond] as const,
    ...Object.entries(count.uitkomsten).map(([id, aantal]) => ['uitkomst', id, aantal] as const),
    ...Object.entries(count.tafels).map(([id, aantal]) => ['tafel', id, aantal] as const),
    ...Object.entries(count.vragen).flatMap(([id, vraag]) => [
      ['gesteld', id, vraag.gesteld] as const,
      ['beantwoord', id, vraag.beantwoord] as const,
      ['weetNiet', id, vraag.weetNiet] as const,
    ]),
  ];
}

/** Adds rows to counts; changes `counts` itself, and gives it. */
export function addCountRows(counts: CountsPerWeek, rows: readonly CountRow[]): CountsPerWeek {
  for (const { week, soort, sleutel, aantal } of rows) {
    counts[week] ??= { gestart: 0, afgerond: 0, uitkomsten: {}, tafels: {}, vragen: {} };
    const count = counts[week];
    if (soort === 'gestart' || soort === 'afgerond') count[soort] += aantal;
    else if (soort === 'uitkomst') count.uitkomsten[sleutel] = (count.uitkomsten[sleutel] ?? 0) + aantal;
    else if (soort === 'tafel') count.tafels[sleutel] = (count.tafels[sleutel] ?? 0) + aantal;
    else {
      count.vragen[sleutel] ??= { gesteld: 0, beantwoord: 0, weetNiet: 0 };
      count.vragen[sleutel][soort] += aantal;
    }
  }
  return counts;
}
