import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { SiteVersion } from '../src/version-maker.ts';
import { useCompiledSource } from './support/compile-source.ts';
import { editContent } from './support/edited-content.ts';
import { send, startLiveServer } from './support/live-server.ts';
import { ROOT } from './support/real-content.ts';
import { publish } from './support/records.ts';
import { openVersionSite } from './support/version-site.ts';

const compiled = useCompiledSource();

// The flag is of the whole process: this test has one of its own.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const PATHS = ['/overlegtafels', '/vragen/acuut-gevaar', '/zoeken?q=topx', '/api/v1/gemeenten'];

/** What there is of a site, without keeping it: a function of its own, since a test that waits keeps all that it named. */
function watch({ handle, publication }: SiteVersion): WeakRef<object>[] {
  return [new WeakRef(handle), new WeakRef(publication)];
}

it('a version that is no longer shown leaves the memory, also after it answered requests', async () => {
  const entry = new URL(`file://${compiled('site-worker.js')}`);
  const { live, records, projectFiles, stop } = await openVersionSite({ root: ROOT, entry });
  onTestFinished(stop);
  const port = await startLiveServer(live.handle);
  const old: WeakRef<object>[] = [];
  for (let nummer = 1; nummer <= 2; nummer += 1) {
    for (const path of PATHS) expect((await send(port, 'GET', path)).status).toBe(200);
    old.push(...watch(live.current()));
    await records.commit(publish(nummer, editContent(projectFiles, nummer)));
    await vi.waitFor(() => expect(live.nummer()).toBe(nummer));
  }
  await vi.waitFor(() => {
    collect();
    expect(old.filter((site) => site.deref() !== undefined)).toEqual([]);
  });
  // What is shown is of another kind: the test sees it when something is kept.
  expect(watch(live.current()).map((site) => site.deref() !== undefined)).toEqual([true, true]);
});
