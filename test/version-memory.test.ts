import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, onTestFinished, vi } from 'vitest';
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

it('a version that is no longer shown leaves the memory, also after it answered requests', async () => {
  const entry = new URL(`file://${compiled('site-worker.js')}`);
  const { live, records, projectFiles, stop } = await openVersionSite({ root: ROOT, entry });
  onTestFinished(stop);
  const port = await startLiveServer(live.handle);
  const old: WeakRef<object>[] = [];
  for (let nummer = 1; nummer <= 3; nummer += 1) {
    for (const path of ['/overlegtafels', '/vragen/acuut-gevaar', '/zoeken?q=topx', '/api/v1/gemeenten'])
      expect((await send(port, 'GET', path)).status).toBe(200);
    const { handle, publication } = live.current();
    old.push(new WeakRef(handle), new WeakRef(publication));
    await records.commit(publish(nummer, editContent(projectFiles, nummer)));
    await vi.waitFor(() => expect(live.nummer()).toBe(nummer));
  }
  await vi.waitFor(() => {
    collect();
    expect(old.filter((site) => site.deref() !== undefined)).toEqual([]);
  });
  expect(live.nummer()).toBe(3);
});
