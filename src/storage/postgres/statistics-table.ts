import { addEvent, type CountsPerWeek, type Statistics } from '../../domain/statistics/counts.ts';
import { createDelayedWrite } from '../delayed-write.ts';
import { createWeekClock } from '../week-clock.ts';
import { addCountRows, type CountRow, toCountRows } from './count-rows.ts';
import type { Database, Query } from './database.ts';

interface Options {
  readonly database: Database;
  readonly now: () => Date;
  /** How long counts wait to be written together, in milliseconds: so much is lost when the process is killed. */
  readonly delay: number;
  /** Told once when the database is away, until it is back; the counts stay in memory and are tried again. */
  readonly onError: (fault: unknown) => void;
}

/** Counts in memory, and adds what was counted to the table every now and then. */
export function createStatistics({ database, now, delay, onError }: Options): Statistics & {
  flush(): Promise<void>;
} {
  const findWeek = createWeekClock(now);
  let fresh: CountsPerWeek = {};
  /** As the table was read last. */
  let known: readonly CountRow[] = [];
  let reading: Promise<void> | null = null;

  const { ask, flush } = createDelayedWrite({
    delay,
    onError,
    async write() {
      const counted = fresh;
      fresh = {};
      try {
        await addToTable(database.query, counted);
      } catch (error) {
        addCountRows(fresh, toCountRows(counted));
        throw error;
      }
    },
  });

  async function read(): Promise<void> {
    await flush();
    known = await readCountRows(database.query).catch((error: unknown) => {
      onError(error);
      return known;
    });
  }

  return {
    tel(event) {
      addEvent(fresh, findWeek(), event);
      ask();
    },
    async perWeek() {
      // Who asks while another does gets the same answer: however many ask, the table is read by one.
      reading ??= read().finally(() => {
        reading = null;
      });
      await reading;
      return addCountRows(addCountRows({}, known), toCountRows(fresh));
    },
    flush,
  };
}

/** Adds counts to what the table has. */
export async function addToTable(query: Query, counts: CountsPerWeek): Promise<void> {
  const rows = toCountRows(counts);
  await query(
    `INSERT INTO wegwijzer.tellingen AS t (week, soort, sleutel, aantal)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
     ON CONFLICT (week, soort, sleutel) DO UPDATE SET aantal = t.aantal + excluded.aantal`,
    [
      rows.map(({ week }) => week),
      rows.map(({ soort }) => soort),
      rows.map(({ sleutel }) => sleutel),
      rows.map(({ aantal }) => aantal),
    ],
  );
}

/** All that the table has. */
export function readCountRows(query: Query): Promise<CountRow[]> {
  return query<CountRow>('SELECT week, soort, sleutel, aantal::float8 AS aantal FROM wegwijzer.tellingen');
}
