import { join } from 'node:path';
import { type ServerProcess, startProcess, waitUntilReady } from './server-process.ts';

/** A built site that runs. */
export interface BuiltServer {
  readonly url: string;
  readonly root: string;
  readonly secret: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the site that was built in a folder as an operator does, on a free port, with an empty data folder.
 * @throws Error with what the server said when it fails.
 */
export async function startBuiltServer(root: string): Promise<BuiltServer> {
  const secret = 'een-geheim-voor-de-browsertests-van-minstens-32-tekens';
  const server = await startProcess(root, {
    DATA_DIR: join(root, 'data'),
    STAND_SECRETS: secret,
    LOG_LEVEL: 'silent',
  });
  server.child.stderr?.pipe(process.stderr);
  await waitUntilReady(server);
  const reportEnd = (code: number | null, signal: string | null) =>
    process.stderr.write(`The built server stopped in the middle of the tests (${code ?? signal}).\n`);
  server.child.once('exit', reportEnd);
  return {
    url: server.url,
    root,
    secret,
    stop: async () => {
      server.child.off('exit', reportEnd);
      await stop(server);
    },
  };
}

/** Stops politely, so that a server that cannot stop is noticed. */
async function stop({ child, ended }: ServerProcess): Promise<void> {
  const late = setTimeout(() => {
    process.stderr.write('The built server did not stop within 10 seconds after SIGTERM.\n');
    child.kill('SIGKILL');
  }, 10_000);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(late);
}
