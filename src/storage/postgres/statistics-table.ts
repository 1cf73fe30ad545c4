import type { CountsPerWeek, Statistics, WeekCount } from '../../domain/statistics/counts.ts';
import { createCounting } from '../counting.ts';
import type { StorageWorld } from '../storage.ts';
import { type Database, type Query, toColumns } from './database.ts';

/** Counts in memory, and adds what was counted to the table every now and then. */
export function createStatistics(
  { query }: Pick<Database, 'query'>,
  world: StorageWorld,
): Statistics & { flush(): Promise<void> } {
  let fresh: CountsPerWeek = {};
  /** As the table was read last. */
  let known: readonly CountRow[] = [];
  let reading: Promise<void> | null = null;

  const { tel, flush } = createCounting({
    ...world,
    find: () => fresh,
    async write() {
      const counted = fresh;
      fresh = {};
      try {
        await addToTable(query, counted);
      } catch (error) {
        addCountRows(fresh, toCountRows(counted));
        throw error;
      }
    },
  });

  async function read(): Promise<void> {
    await flush();
    try {
      known = await readRows(query);
    } catch (error) {
      world.onError(error);
    }
  }

  return {
    tel,
    flush,
    async perWeek() {
      // Who asks while another does gets the same answer: however many ask, the table is read by one.
      reading ??= read().finally(() => {
        reading = null;
      });
      await reading;
      return addCountRows(addCountRows({}, known), toCountRows(fresh));
    },
  };
}

/** Adds counts to what the table has. */
export async function addToTable(query: Query, counts: CountsPerWeek): Promise<void> {
  await query(
    `INSERT INTO wegwijzer.tellingen AS t (week, soort, sleutel, aantal)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
     ON CONFLICT (week, soort, sleutel) DO UPDATE SET aantal = t.aantal + excluded.aantal`,
    toColumns(toCountRows(counts), 'week', 'soort', 'sleutel', 'aantal'),
  );
}

/** All that the table has. */
export async function readCounts(query: Query): Promise<CountsPerWeek> {
  return addCountRows({}, await readRows(query));
}

function readRows(query: Query): Promise<CountRow[]> {
  return query<CountRow>('SELECT week, soort, sleutel, aantal::float8 AS aantal FROM wegwijzer.tellingen');
}

/** One number of one week. */
interface CountRow {
  readonly week: string;
  readonly soort: 'gestart' | 'afgerond' | 'uitkomst' | 'tafel' | 'gesteld' | 'beantwoord' | 'weetNiet';
  /** The outcome, table or question; empty where there is none. */
  readonly sleutel: string;
  readonly aantal: number;
}

/** The counts as rows, in the order of their keys: processes that add to the same rows then never wait for each other in a ring. */
function toCountRows(counts: CountsPerWeek): CountRow[] {
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
function addCountRows(counts: CountsPerWeek, rows: readonly CountRow[]): CountsPerWeek {
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
