import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startProcess, waitUntilReady } from './server-process.ts';
import { site } from './site.ts';

/** A page that is made for each request, so that a fault in its template does not stop the start. */
export const BROKEN_PAGE = '/statistiek';

/** Runs the built site with a fault of ours in it, at `BROKEN_PAGE`, as long as the work lasts. */
export async function withBrokenSite<T>(work: (url: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'rdm-stuk-'));
  cpSync(site.root, root, {
    recursive: true,
    filter: (path) => !['node_modules', 'data'].includes(basename(path)),
  });
  symlinkSync(join(site.root, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'views/pages/statistiek.hbs'), '{{wat.er.niet.is}}');
  const server = await startProcess(root, { DATA_DIR: join(root, 'data'), LOG_LEVEL: 'silent' });
  try {
    await waitUntilReady(server);
    return await work(server.url);
  } finally {
    server.child.kill('SIGKILL');
    await server.ended;
    rmSync(root, { recursive: true, force: true });
  }
}
