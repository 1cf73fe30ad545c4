import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, onTestFinished } from 'vitest';
import { buildAssets } from '../../src/build/build-assets.ts';
import { useCompiledSource } from './compile-source.ts';
import { ROOT } from './real-content.ts';
import { type ServerProcess, startProcess, waitUntilReady } from './server-process.ts';
import { makeTempDir } from './temp-dir.ts';

/** A server in a process of its own, on an empty data folder. */
export interface SourceServer extends Pick<ServerProcess, 'port' | 'output'> {
  readonly dataDir: string;
  /** Stops it politely and waits until it is gone; gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Compiles the source once for the tests of a file; gives what starts the real server of it, until the end of the test. */
export function useSourceServer(): (env?: Record<string, string>) => Promise<SourceServer> {
  const toPath = useCompiledSource();
  let entry = '';
  let root = '';
  beforeAll(async () => {
    entry = toPath('main.js');
    root = dirname(dirname(entry));
    for (const folder of ['rules', 'tables', 'views']) symlinkSync(join(ROOT, folder), join(root, folder));
    await buildAssets({ project: ROOT, target: join(dirname(entry), 'public') });
  }, 60_000);
  return async (env = {}) => {
    const dataDir = join(makeTempDir(), 'data');
    const server = await startProcess(root, { DATA_DIR: dataDir, ...env }, entry);
    onTestFinished(() => void server.child.kill('SIGKILL'));
    await waitUntilReady(server);
    return {
      port: server.port,
      dataDir,
      output: server.output,
      stop: async () => {
        server.child.kill('SIGTERM');
        return (await server.ended).code;
      },
    };
  };
}
