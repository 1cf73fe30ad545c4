import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** What the built site does not need, or must not share with a site that runs here already. */
const LEFT_OUT = new Set(['.git', 'coverage', 'data', 'dist', 'node_modules', 'screenshots', 'test']);
/** How long the server may take to answer, in milliseconds. */
const START_TIME = 15_000;

/** A site that is built and running. */
export interface BuiltServer {
  readonly url: string;
  /** The folder in which it was built: a copy of the project. */
  readonly root: string;
  readonly secret: string;
  readonly stop: () => Promise<void>;
}

/**
 * Builds the site with the real build, in a copy, so that a site that runs from `dist/` meanwhile stays whole, and
 * starts it as an operator does: `node dist/server.js`, on a free port, with an empty data folder.
 * @throws Error with what the build or the server said when one of them fails.
 */
export async function startBuiltServer(): Promise<BuiltServer> {
  const root = mkdtempSync(join(tmpdir(), 'rdm-browser-'));
  const removeRoot = () => rmSync(root, { recursive: true, force: true });
  try {
    cpSync(PROJECT, root, {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(relative(PROJECT, path).split(sep)[0] ?? ''),
    });
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    build(root);
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}`;
    const secret = 'een-geheim-voor-de-browsertests-van-minstens-32-tekens';
    const server = spawn(process.execPath, ['dist/server.js'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      // Nothing of the environment of the developer reaches the server.
      env: {
        PORT: String(port),
        BASE_URL: url,
        DATA_DIR: join(root, 'data'),
        STAND_SECRETS: secret,
        LOG_LEVEL: 'silent',
      },
    });
    await waitUntilReady(server, url);
    const reportEnd = (code: number | null, signal: string | null) =>
      process.stderr.write(`The built server stopped in the middle of the tests (${code ?? signal}).\n`);
    server.once('exit', reportEnd);
    return {
      url,
      root,
      secret,
      stop: async () => {
        server.off('exit', reportEnd);
        await stop(server);
        removeRoot();
      },
    };
  } catch (error) {
    removeRoot();
    throw error;
  }
}

function build(root: string): void {
  try {
    execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`npm run build fails, so there is no site to test:\n${stdout}${stderr}`);
  }
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  for (const end = Date.now() + START_TIME; Date.now() < end; await wait(50)) {
    if (server.exitCode !== null) throw new Error('The built server stopped at once; its reason is above.');
    if (
      await fetch(`${url}/gezond`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
  }
  await stop(server);
  throw new Error(`The built server did not answer on ${url}/gezond within ${START_TIME / 1000} seconds.`);
}

/** Stops politely, so that a server that cannot stop is noticed. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const stopped = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const late = setTimeout(() => {
    process.stderr.write('The built server did not stop within 10 seconds after SIGTERM.\n');
    server.kill('SIGKILL');
  }, 10_000);
  await stopped;
  clearTimeout(late);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
