import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type ServerProcess, startProcess, waitUntilReady } from './server-process.ts';
import { makeTempDir } from './temp-dir.ts';

/** The folder of the built site. */
export const builtRoot = inject('builtRoot');

/** Starts a server of the built site that ends with the test at the latest; without waiting for it. */
export async function startTestProcess(
  env: Readonly<Record<string, string>> = {},
  root = builtRoot,
): Promise<ServerProcess> {
  const server = await startProcess(root, { DATA_DIR: join(makeTempDir(), 'data'), ...env });
  onTestFinished(() => void server.child.kill('SIGKILL'));
  return server;
}

/** Starts such a server and waits until it answers. */
export async function startTestServer(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await startTestProcess(env);
  await waitUntilReady(server);
  return server;
}

/** Sends a correction report as a browser does; `adres` is the visitor, for a server behind one proxy. */
export function postReport({ url }: ServerProcess, tekst: string, adres = '192.0.2.1'): Promise<Response> {
  return fetch(`${url}/klopt-niet`, {
    method: 'POST',
    headers: { 'X-Forwarded-For': adres, Connection: 'close' },
    body: new URLSearchParams({ pagina: '/', veld: 'proef', watMoetHetZijn: tekst, email: '' }),
  });
}
