import { describe, expect, it, vi } from 'vitest';
import { useCompiledSource } from './support/compile-source.ts';
import { breakContent, toQuestion } from './support/edited-content.ts';
import { send } from './support/live-server.ts';
import { projectFiles } from './support/real-content.ts';
import { publishOn, show, startVersionSite, waitUntilShown } from './support/start-version-site.ts';
import { LIMITS } from './support/test-app.ts';

const compiled = useCompiledSource();
const start = (limits?: typeof LIMITS) => startVersionSite(compiled, limits);

describe('after a publish', () => {
  it('an address that the old version sealed opens, and the next answer is sealed on it', async () => {
    const site = await start();
    const first = await send(site.port, 'POST', '/vragen/acuut-gevaar', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'acuutGevaar=nee',
    });
    expect(first.status).toBe(303);
    await show(site, 1);
    const page = await send(site.port, 'GET', String(first.headers.location));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('De vragen zijn intussen veranderd');
  });

  it('everything that was made ahead is what the server would make itself, and the search finds what is new', async () => {
    const site = await start();
    const file = projectFiles['tables/synoniemen.json'] as { synoniemen: { woorden: string[] }[] };
    const synoniemen = file.synoniemen.map((synonym, index) =>
      index === 0 ? { ...synonym, woorden: [...synonym.woorden, 'zwiebertje'] } : synonym,
    );
    expect((await send(site.port, 'GET', '/zoeken?q=zwiebertje')).text).toContain('Niets gevonden');
    await show(site, 1, { ...projectFiles, 'tables/synoniemen.json': { ...file, synoniemen } });
    expect((await send(site.port, 'GET', '/zoeken?q=zwiebertje')).text).not.toContain('Niets gevonden');
    const ahead = await site.live.current().publication.complete();
    expect(ahead.size).toBeGreaterThan(100);
    await show(site, 2, projectFiles);
    const other = await start();
    const [made, own] = await Promise.all(
      [site, other].map(({ live }) => live.current().publication.complete()),
    );
    const toEtags = (files: typeof made) => [...(files ?? [])].map(([path, { etag }]) => [path, etag]);
    expect(toEtags(made)).toEqual(toEtags(own));
  });

  it('a limit that was filled stays filled', async () => {
    const site = await start({ ...LIMITS, meldingen: { perAddress: 1, samen: 1_000 } });
    const report = () =>
      send(site.port, 'POST', '/klopt-niet', {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'pagina=/&veld=&watMoetHetZijn=',
      });
    expect((await report()).status).toBeLessThan(429);
    expect((await report()).status).toBe(429);
    await show(site, 1);
    expect((await report()).status).toBe(429);
  });

  it('with faults nothing is other, and /beheer can say why', async () => {
    const site = await start();
    await publishOn(site, 1, breakContent(projectFiles));
    await vi.waitFor(() => expect(site.live.fault()?.nummer).toBe(1));
    expect(site.live.fault()?.fouten.join()).toContain('tables/contacten.json');
    expect(site.live.nummer()).toBe(0);
    expect((await send(site.port, 'GET', '/overlegtafels')).status).toBe(200);
    await show(site, 2);
    expect(site.live.fault()).toBeNull();
  });

  it('the newest wins when many are published at once', async () => {
    const site = await start();
    for (let nummer = 1; nummer <= 5; nummer += 1) await publishOn(site, nummer);
    await waitUntilShown(site, 5);
    expect((await send(site.port, 'GET', '/vragen/acuut-gevaar')).text).toContain(toQuestion(5));
  });
});
