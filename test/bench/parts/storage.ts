import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { MAX_OPEN_CORRECTIONS, type NewCorrection } from '../../../src/domain/corrections/corrections.ts';
import { writeFolder } from '../../../src/storage/folder/folder-contents.ts';
import { chooseStorage } from '../../../src/storage/open-storage.ts';
import type { Store } from '../../../src/storage/storage.ts';
import { createPostgresServer, installPostgres, toUrl } from '../../support/postgres-server.ts';
import type { Figure } from '../figures.ts';

const KEPT = 100_000;
const ROUNDS = 5;
const DATABASE = 'bench';
const NEW: NewCorrection = {
  pagina: '/overlegtafels/topx',
  veld: 'E-mailadres',
  watMoetHetZijn: 'Het adres is veranderd. '.repeat(8),
  email: 'wijkcoach@example.nl',
};
const contents = {
  volgende: KEPT + 1,
  meldingen: Array.from({ length: KEPT }, (_, nummer) => ({
    ...NEW,
    id: String(nummer + 1),
    gemaakt: new Date(0).toISOString(),
    status: 'gesloten' as const,
  })),
  weken: {},
  zendingen: [],
  verzegeld: new Map(),
  geheim: null,
  tafels: { antwoorden: [], tellingen: [], ruimte: {} },
  records: [],
  logboek: [],
};

/** What a report costs: processor time in milliseconds, bytes written. */
interface Cost {
  readonly cpu: number;
  readonly bytes: number;
}
type Read = () => Promise<Cost>;

/** How many reports were sent: no two are the same, since one that is sent again is not kept. */
let sent = 0;

/** The cost of one of so many reports, in each round. */
async function measure({ meldingen }: Store, read: Read, reports: number): Promise<Cost> {
  const before = await read();
  for (let n = 0; n < reports; n += 1) {
    sent += 1;
    await meldingen.report({ ...NEW, watMoetHetZijn: `${NEW.watMoetHetZijn} ${sent}` });
  }
  const after = await read();
  return { cpu: (after.cpu - before.cpu) / reports, bytes: (after.bytes - before.bytes) / reports };
}

/** Of this process: what it used, and what it wrote to files. */
async function readOwn(): Promise<Cost> {
  const { user, system } = process.cpuUsage();
  const [, bytes = '0'] = /write_bytes: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8')) ?? [];
  return { cpu: (user + system) / 1_000, bytes: Number(bytes) };
}

/** Of this process and of PostgreSQL, which writes a log of all changes before anything else. */
const createReader =
  (client: Client): Read =>
  async () => {
    const { rows } = await client.query(
      `SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS bytes, array_agg(pid) AS pids
       FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [DATABASE],
    );
    const [{ bytes, pids }] = rows;
    const own = await readOwn();
    return { cpu: own.cpu + (pids as number[]).map(readTime).reduce((sum, time) => sum + time, 0), bytes };
  };

/** In milliseconds; Linux counts in hundredths of a second. */
function readTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** A report with 100,000 of them kept, in the folder and in PostgreSQL by turns. */
export async function measureStorage(): Promise<Figure[]> {
  installPostgres();
  const dataDir = mkdtempSync(join(tmpdir(), 'rdm-bench-'));
  const server = await createPostgresServer();
  const options = {
    dataDir,
    now: () => new Date(),
    onError: (fault: unknown) => process.stderr.write(String(fault)),
  };
  const address = {
    host: '127.0.0.1',
    port: server.port,
    database: DATABASE,
    user: 'postgres',
    password: null,
    tls: null,
  };
  const [admin, client] = [new Client(toUrl(server.port)), new Client(toUrl(server.port, DATABASE))];
  await admin.connect();
  await admin.query(`CREATE DATABASE ${DATABASE}`);
  await client.connect();
  await writeFolder(dataDir, contents);
  const folder = await chooseStorage({ ...options, database: null }).open();
  const database = await chooseStorage({ ...options, database: address }).open();
  try {
    await client.query(
      `INSERT INTO wegwijzer.meldingen (gemaakt, pagina, veld, wat_moet_het_zijn, email, status)
       SELECT now(), $1, $2, $3, $4, 'gesloten' FROM generate_series(1, $5::int)`,
      [NEW.pagina, NEW.veld, NEW.watMoetHetZijn, NEW.email, KEPT],
    );
    const [inFolder, inDatabase]: [Cost[], Cost[]] = [[], []];
    const perRound = Math.floor(MAX_OPEN_CORRECTIONS / (ROUNDS + 1));
    await measure(database, createReader(client), perRound);
    for (let round = 0; round < ROUNDS; round += 1) {
      inFolder.push(await measure(folder, readOwn, 5));
      inDatabase.push(await measure(database, createReader(client), perRound));
    }
    const toFigure = (
      place: string,
      costs: readonly Cost[],
      cpu: Figure['goal'],
      kb: Figure['goal'],
    ): Figure[] => [
      {
        name: `a report beside ${KEPT}, ${place}: CPU`,
        values: costs.map((cost) => cost.cpu),
        goal: cpu,
        unit: 'ms',
      },
      {
        name: `a report beside ${KEPT}, ${place}: written`,
        values: costs.map(({ bytes }) => bytes / 1_024),
        goal: kb,
        unit: 'KB',
      },
    ];
    return [
      ...toFigure('folder', inFolder, null, null),
      ...toFigure('PostgreSQL', inDatabase, { atMost: 3 }, { atMost: 20 }),
    ];
  } finally {
    await Promise.all([folder.close(), database.close(), admin.end(), client.end()]);
    await server.remove();
    rmSync(dataDir, { recursive: true });
  }
}
