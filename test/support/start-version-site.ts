import { expect, onTestFinished, vi } from 'vitest';
import type { Limits } from '../../src/http/rate-limit.ts';
import { editContent } from './edited-content.ts';
import { startLiveServer } from './live-server.ts';
import { projectFiles, ROOT } from './real-content.ts';
import { publish } from './records.ts';
import { openVersionSite } from './version-site.ts';

/** A server whose content is changed while it runs. */
export type StartedSite = Awaited<ReturnType<typeof startVersionSite>>;

/** Starts it, until the end of the test; `compiled` gives the path of a compiled module. */
export async function startVersionSite(compiled: (module: string) => string, limits?: Limits) {
  const entry = new URL(`file://${compiled('site-worker.js')}`);
  const site = await openVersionSite({ root: ROOT, entry, ...(limits && { limits }) });
  onTestFinished(site.stop);
  const port = await startLiveServer(site.live.handle);
  return { ...site, port, url: `http://127.0.0.1:${port}` };
}

/** Publishes a content. */
export async function publishOn(
  { records }: StartedSite,
  nummer: number,
  files = editContent(projectFiles, nummer),
): Promise<void> {
  expect(await records.commit(publish(nummer, files))).toBe('ok');
}

/** Waits until a version is shown. */
export const waitUntilShown = ({ live }: StartedSite, nummer: number) =>
  vi.waitFor(() => expect(live.nummer()).toBe(nummer));

/** Publishes a content and waits until it is shown. */
export async function show(site: StartedSite, nummer: number, files?: typeof projectFiles): Promise<void> {
  await publishOn(site, nummer, files);
  await waitUntilShown(site, nummer);
}
