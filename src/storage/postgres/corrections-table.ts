import {
  type Correction,
  type Corrections,
  changeCorrection,
  findRepeated,
  isGoneAlready,
  MAX_OPEN_CORRECTIONS,
  newCorrectionSchema,
} from '../../domain/corrections/corrections.ts';
import { type Database, LOCKS, type Query, takeTurn, toColumns } from './database.ts';

/** A report as a row. */
interface Row extends Omit<Correction, 'gemaakt' | 'email' | 'antwoord'> {
  readonly gemaakt: Date;
  readonly email: string | null;
  readonly antwoord: string | null;
}

const COLUMNS = 'id, gemaakt, pagina, veld, wat_moet_het_zijn AS "watMoetHetZijn", email, status, antwoord';

/** Keeps reports in their table. */
export function createCorrections(database: Database, now: () => Date): Corrections {
  const { query, transaction } = database;
  return {
    async report(fresh) {
      const stored = newCorrectionSchema.parse(fresh);
      const { pagina, veld, watMoetHetZijn, email = null } = stored;
      return transaction(async (query) => {
        // One at a time, so that processes that look together do not both find the last place, or no equal report.
        await takeTurn(query, LOCKS.meldingen);
        const samePage = await select(query, "WHERE status = 'open' AND pagina = $1 ORDER BY id", [pagina]);
        const repeated = findRepeated(samePage, stored, now());
        if (repeated) return repeated;
        const [row] = await query<Row>(
          `INSERT INTO wegwijzer.meldingen (gemaakt, pagina, veld, wat_moet_het_zijn, email, status)
           SELECT $1, $2, $3, $4, $5, 'open'
           WHERE (SELECT count(*) FROM wegwijzer.meldingen WHERE status = 'open') < $6
           RETURNING ${COLUMNS}`,
          [now(), pagina, veld, watMoetHetZijn, email, MAX_OPEN_CORRECTIONS],
        );
        return row ? toCorrection(row) : null;
      });
    },

    process: (command) =>
      transaction(async (query) => {
        const [melding] = await select(query, 'WHERE id = $1 FOR UPDATE', [command.id]);
        if (!melding) return isGoneAlready([], command);
        const after = changeCorrection(melding, command);
        if (after === melding) return false;
        if (after === null) await query('DELETE FROM wegwijzer.meldingen WHERE id = $1', [command.id]);
        else {
          await query('UPDATE wegwijzer.meldingen SET email = $2, status = $3, antwoord = $4 WHERE id = $1', [
            command.id,
            after.email ?? null,
            after.status,
            after.antwoord ?? null,
          ]);
        }
        return true;
      }),

    lijst: () => readAllCorrections(query),

    async count() {
      const [counted] = await query<{ totaal: number; open: number }>(
        `SELECT count(*)::int AS totaal, count(*) FILTER (WHERE status = 'open')::int AS open
         FROM wegwijzer.meldingen`,
      );
      return counted ?? { totaal: 0, open: 0 };
    },
  };
}

/** All reports, oldest first. */
export function readAllCorrections(query: Query): Promise<Correction[]> {
  return select(query, 'ORDER BY id');
}

/** The reports that the end of a statement picks. */
async function select(query: Query, end: string, values: readonly unknown[] = []): Promise<Correction[]> {
  return (await query<Row>(`SELECT ${COLUMNS} FROM wegwijzer.meldingen ${end}`, values)).map(toCorrection);
}

/** How many reports go in one statement. */
const AT_ONCE = 5_000;

/** Writes reports with the numbers that they have. */
export async function writeCorrections(query: Query, meldingen: readonly Correction[]): Promise<void> {
  for (let from = 0; from < meldingen.length; from += AT_ONCE) {
    const part = meldingen.slice(from, from + AT_ONCE);
    await query(
      `INSERT INTO wegwijzer.meldingen (id, gemaakt, pagina, veld, wat_moet_het_zijn, email, status, antwoord)
       OVERRIDING SYSTEM VALUE
       SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[],
         $7::text[], $8::text[])`,
      toColumns(part, 'id', 'gemaakt', 'pagina', 'veld', 'watMoetHetZijn', 'email', 'status', 'antwoord'),
    );
  }
}

function toCorrection({ gemaakt, email, status, antwoord, ...row }: Row): Correction {
  return {
    ...row,
    gemaakt: gemaakt.toISOString(),
    ...(email === null ? {} : { email }),
    status,
    ...(antwoord === null ? {} : { antwoord }),
  };
}
