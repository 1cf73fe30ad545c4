import { addDays } from '../../domain/calendar.ts';
import type { Room, Rooms } from '../../domain/table-answers/room.ts';
import {
  type CountedAnswer,
  KEEP_DAYS,
  type KeptAnswers,
  MAX_ANSWERS,
  type OldCount,
  type StoredAnswer,
  sortCounts,
  type TableAnswers,
  toStored,
} from '../../domain/table-answers/table-answers.ts';
import { type Database, LOCKS, type Query, takeTurn, toColumns } from './database.ts';

type Row = Omit<StoredAnswer, 'waarom'> & { readonly waarom: string | null };

/** A day as text: as a date it would be a moment in a time zone. */
const COLUMNS = 'sleutel, tafel, week, versie, keuze, waarom, dag::text AS dag, dagen';

/** Keeps answers in their tables. */
export function createTableAnswers({ query, transaction }: Database): TableAnswers {
  let counting: Promise<CountedAnswer[]> | null = null;
  return {
    put: (link, antwoord, today) =>
      transaction(async (query) => {
        // One at a time, so that processes that count together do not both find the last place.
        await takeTurn(query, LOCKS.antwoorden);
        await foldOld(query, today);
        const earlier = await findAnswer(query, link.sleutel);
        const [counted] = await query<{ aantal: number }>(
          'SELECT count(*)::int AS aantal FROM wegwijzer.tafelantwoorden',
        );
        if (!earlier && (counted?.aantal ?? 0) >= MAX_ANSWERS) return false;
        await putAnswers(query, [toStored(link, antwoord, today, earlier ?? undefined)]);
        return true;
      }),
    find: (sleutel) => findAnswer(query, sleutel),
    lijst: () => listAnswers(query),
    counted: () => {
      // Who asks while another does gets the same answer: however many ask, the tables are read by one.
      counting ??= readCounted(query).finally(() => {
        counting = null;
      });
      return counting;
    },
    putRoom: (tafel, room) => putRoom(query, tafel, room),
    rooms: () => readRooms(query),
  };
}

/** Reads all that the tables keep. */
export async function readAnswers(query: Query): Promise<KeptAnswers> {
  const counts = await query<Omit<OldCount, 'waarom'> & { waarom: string }>(
    'SELECT week, tafel, versie, keuze, waarom, aantal::float8 AS aantal FROM wegwijzer.tafeltellingen',
  );
  return {
    antwoorden: await listAnswers(query),
    tellingen: sortCounts(
      counts.map(({ waarom, ...count }) => (waarom === '' ? count : { ...count, waarom })),
    ),
    ruimte: await readRooms(query),
  };
}

/** Writes all of it in tables that keep nothing yet. */
export async function writeAnswers(
  query: Query,
  { antwoorden, tellingen, ruimte }: KeptAnswers,
): Promise<void> {
  await putAnswers(query, antwoorden);
  for (const { week, tafel, versie, keuze, waarom = '', aantal } of tellingen)
    await query('INSERT INTO wegwijzer.tafeltellingen VALUES ($1, $2, $3, $4, $5, $6)', [
      ...[week, tafel, versie, keuze, waarom, aantal],
    ]);
  for (const [tafel, room] of Object.entries(ruimte)) await putRoom(query, tafel, room);
}

function listAnswers(query: Query): Promise<StoredAnswer[]> {
  return select(query, 'ORDER BY volgnummer');
}

/** The answers that the end of a statement picks. */
async function select(query: Query, end: string, values: readonly unknown[] = []): Promise<StoredAnswer[]> {
  const rows = await query<Row>(`SELECT ${COLUMNS} FROM wegwijzer.tafelantwoorden ${end}`, values);
  return rows.map(({ waarom, ...row }) => (waarom === null ? row : { ...row, waarom }));
}

/** In one statement, so that an answer that is added to the counts meanwhile counts once. */
async function readCounted(query: Query): Promise<CountedAnswer[]> {
  type CountedRow = Omit<CountedAnswer, 'waarom' | 'dagen'> & { waarom: string; dagen: number | null };
  const rows = await query<CountedRow>(
    `SELECT to_char(dag, 'IYYY"-W"IW') AS week, tafel, versie, keuze, coalesce(waarom, '') AS waarom, dagen,
       count(*)::float8 AS aantal
     FROM wegwijzer.tafelantwoorden GROUP BY 1, 2, 3, 4, 5, 6
     UNION ALL
     SELECT week, tafel, versie, keuze, waarom, NULL, aantal::float8 FROM wegwijzer.tafeltellingen`,
  );
  return rows.map(({ waarom, dagen, ...count }) => ({
    ...count,
    ...(waarom === '' ? {} : { waarom }),
    ...(dagen === null ? {} : { dagen }),
  }));
}

async function findAnswer(query: Query, sleutel: string): Promise<StoredAnswer | null> {
  const [found] = await select(query, 'WHERE sleutel = $1', [sleutel]);
  return found ?? null;
}

async function putAnswers(query: Query, answers: readonly StoredAnswer[]): Promise<void> {
  await query(
    `INSERT INTO wegwijzer.tafelantwoorden (sleutel, tafel, week, versie, keuze, waarom, dag, dagen)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[],
       $8::int[])
     ON CONFLICT (sleutel) DO UPDATE SET keuze = excluded.keuze, waarom = excluded.waarom, dag = excluded.dag,
       week = excluded.week, versie = excluded.versie`,
    toColumns(answers, 'sleutel', 'tafel', 'week', 'versie', 'keuze', 'waarom', 'dag', 'dagen'),
  );
}

/** Adds what is of more than a year ago to the counts. */
async function foldOld(query: Query, today: string): Promise<void> {
  await query(
    `WITH oud AS (DELETE FROM wegwijzer.tafelantwoorden WHERE dag < $1::date RETURNING *)
     INSERT INTO wegwijzer.tafeltellingen AS t (week, tafel, versie, keuze, waarom, aantal)
     SELECT to_char(dag, 'IYYY"-W"IW') AS weeknummer, tafel, versie, keuze, coalesce(waarom, ''), count(*)
     FROM oud GROUP BY 1, 2, 3, 4, 5
     ON CONFLICT (week, tafel, versie, keuze, waarom) DO UPDATE SET aantal = t.aantal + excluded.aantal`,
    [addDays(today, -KEEP_DAYS)],
  );
}

async function putRoom(query: Query, tafel: string, { stand, weken, dag }: Room): Promise<void> {
  await query(
    `INSERT INTO wegwijzer.tafelruimte (tafel, stand, weken, dag) VALUES ($1, $2, $3, $4::date)
     ON CONFLICT (tafel) DO UPDATE SET stand = excluded.stand, weken = excluded.weken, dag = excluded.dag`,
    [tafel, stand, weken, dag],
  );
}

async function readRooms(query: Query): Promise<Rooms> {
  const rows = await query<Room & { tafel: string }>(
    'SELECT tafel, stand, weken, dag::text AS dag FROM wegwijzer.tafelruimte',
  );
  return Object.fromEntries(rows.map(({ tafel, ...room }) => [tafel, room]));
}
