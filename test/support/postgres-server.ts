import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { installPackages } from './apt.ts';
import { findFreePort } from './free-port.ts';
import { isRoot } from './installed-program.ts';

// Only the environment can say where programs are, and tests have no config.ts.
const { env } = process;
const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;
/** As whom it runs when the tests run as root, which it refuses: the user of Debian's package. */
const USER = 'postgres';

/** A PostgreSQL of the tests' own, on a folder of its own; everybody on this machine may connect. */
export interface PostgresServer {
  readonly port: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same folder. */
  start(): Promise<void>;
  /** Ends it and removes the folder. */
  remove(): Promise<void>;
}

/** Where the programs of PostgreSQL are; undefined when they are not on this machine. */
function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= OLDEST));
  const folder = env.POSTGRES_BIN ?? join(DEBIAN, String(newest), 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}

/** Installs PostgreSQL where it is missing and the machine allows it; needing it then says what to do otherwise. */
export function installPostgres(): void {
  if (!findPrograms()) installPackages('The tests need PostgreSQL', 'postgresql');
}

/**
 * Makes a new PostgreSQL and starts it.
 * @throws Error with one sentence on how to install it when it is not there.
 */
export async function createPostgresServer(): Promise<PostgresServer> {
  const programs = findPrograms();
  if (!programs) {
    throw new Error(
      `The tests need PostgreSQL ${OLDEST} or newer: install it (Debian: sudo apt-get install postgresql) or name the folder of its programs in POSTGRES_BIN.`,
    );
  }
  const asUser = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  const folder = mkdtempSync(join(tmpdir(), 'rdm-pg-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  for (const path of [folder, data]) if (asUser.uid !== undefined) chownSync(path, asUser.uid, asUser.gid);
  const options = { ...asUser, cwd: folder, env: { PATH: env.PATH, LC_ALL: 'C.UTF-8' } };
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', USER, '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await findFreePort();
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    // Without fsync: the tests end processes, never the machine.
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    const started = spawn(join(programs ?? '', 'postgres'), args, {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    let said = '';
    started.stderr.setEncoding('utf8');
    for await (const text of started.stderr.iterator({ destroyOnReturn: false })) {
      said += text;
      if (said.includes('ready to accept connections')) {
        // What it says from here on is of no use, and must not fill the pipe.
        started.stderr.resume();
        return;
      }
    }
    throw new Error(`PostgreSQL did not start:\n${said}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    // Not 'exit': what it started holds its memory a little longer, without which it does not start again, and this pipe.
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }

  // A test that breaks off must leave no server behind.
  const leaveNothing = () => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', leaveNothing);
  await start();
  return {
    port,
    kill: () => end('SIGKILL'),
    start,
    async remove() {
      process.off('exit', leaveNothing);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, USER], { encoding: 'utf8' }));
}

/** Does something in a database as its owner. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of a database of such a server. */
export function toUrl(port: number, database = 'postgres'): string {
  return `postgres://${USER}@127.0.0.1:${port}/${database}`;
}
