import { createServer, type Server } from 'node:http';
import { setImmediate as takeTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Files, type LiveVersion, toVersieId } from '../../src/domain/editing/versions.ts';
import { SpoiltRecord } from '../../src/domain/storage-failure.ts';
import type { Attempt } from '../../src/server/find-showable.ts';
import { type LiveSite, openLiveSite, type VersionSite } from '../../src/server/live-site.ts';
import { createMemoryRecords, type MemoryRecords } from '../support/memory-records.ts';
import { publish } from '../support/records.ts';

/** A site of a test: it answers with the text of its content. */
interface TextSite extends VersionSite {
  readonly text: string;
  readonly live: LiveVersion;
}
type Make = (live: LiveVersion) => Promise<Attempt<TextSite>>;

const OWN: Files = { tekst: 'van het programma' };
const QUICK = { first: 1, longest: 2 };

/** What can be shown is shown; a content with faults names them. */
const make: Make = async (live) => {
  const { tekst, fouten } = live.files as { tekst: string; fouten?: readonly string[] };
  if (fouten) return { fouten };
  return { made: { text: tekst, live, handle: (_req, res) => res.end(tekst) } };
};

const open: LiveSite<TextSite>[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.stop();
});

async function start(records: MemoryRecords, build: Make = make, begin: Make = make) {
  const [onRefused, onSwitch, onError] = [vi.fn(), vi.fn(), vi.fn()];
  const site = await openLiveSite<TextSite>({
    ...{ records, projectFiles: OWN, begin, build, onRefused, onSwitch, onError, retry: QUICK },
  });
  open.push(site);
  site.follow();
  return { site, onRefused, onSwitch, onError };
}

const SPOILT = 'Wat van /beheer is bewaard als inhoud 000002, heeft niet de goede vorm.';
/** Records of which the files of one version do not have their form. */
function spoil(records: MemoryRecords, nummer: number): MemoryRecords {
  const read: MemoryRecords['read'] = async (kind, id) => {
    if (kind === 'inhoud' && id === toVersieId(nummer)) throw new SpoiltRecord(SPOILT);
    return records.read(kind, id);
  };
  return { ...records, read };
}

const toFiles = (nummer: number): Files => ({ tekst: `versie ${nummer}` });
const BROKEN: Files = { tekst: '', fouten: ['tables/a.json, b: klopt niet.'] };

describe('what is shown at the start', () => {
  it('is the content of the program when nothing was published', async () => {
    const { site } = await start(createMemoryRecords());
    expect(site.current().text).toBe(OWN.tekst);
    expect(site.current().live).toMatchObject({ nummer: 0, files: OWN, projectFiles: OWN, fault: null });
  });

  it('is the newest version', async () => {
    const records = createMemoryRecords();
    for (const nummer of [1, 2]) await records.commit(publish(nummer, toFiles(nummer)));
    const { site } = await start(records);
    expect(site.current().text).toBe('versie 2');
    expect(site.current().live).toMatchObject({ nummer: 2, files: toFiles(2), projectFiles: OWN });
  });

  it('is the newest that this program can show, and it says which it cannot and why', async () => {
    const records = createMemoryRecords();
    await records.commit(publish(1, toFiles(1)));
    for (const nummer of [2, 3]) await records.commit(publish(nummer, BROKEN));
    const { site, onRefused } = await start(records);
    expect(site.nummer()).toBe(1);
    expect(site.fault()).toEqual({ nummer: 3, fouten: BROKEN.fouten });
    expect(site.current().live.fault).toEqual(site.fault());
    expect(onRefused.mock.calls.map(([{ nummer }]) => nummer)).toEqual([3, 2]);
  });

  it('is an older one when what is kept of the newest does not have its form, and it says so', async () => {
    const records = createMemoryRecords();
    for (const nummer of [1, 2]) await records.commit(publish(nummer, toFiles(nummer)));
    const { site, onRefused, onError } = await start(spoil(records, 2));
    expect(site.current().text).toBe('versie 1');
    expect(site.fault()).toEqual({ nummer: 2, fouten: [SPOILT] });
    expect(onRefused.mock.calls).toEqual([[{ nummer: 2, fouten: [SPOILT] }]]);
    expect(onError).not.toHaveBeenCalled();
    await records.commit(publish(3, toFiles(3)));
    await vi.waitFor(() => expect(site.current().text).toBe('versie 3'));
    expect(site.fault()).toBeNull();
  });

  it('is the content of the program when no version can be shown', async () => {
    const records = createMemoryRecords();
    await records.commit(publish(1, BROKEN));
    const { site } = await start(records);
    expect(site.current().text).toBe(OWN.tekst);
    expect(site.fault()?.nummer).toBe(1);
  });

  it('is the content of the program without storage, and the version as soon as there is storage', async () => {
    const records = createMemoryRecords();
    await records.commit(publish(1, toFiles(1)));
    records.setReachable(false);
    const { site, onError } = await start(records);
    expect(site.nummer()).toBe(0);
    records.setReachable(true);
    await vi.waitFor(() => expect(site.current().text).toBe('versie 1'));
    expect(onError).not.toHaveBeenCalled();
    expect(site.fault()).toBeNull();
  });

  it('is the content of the program when what is kept breaks the program: it starts', async () => {
    const records = createMemoryRecords();
    await records.commit(publish(1, toFiles(1)));
    const fail: Make = async (live) => {
      if (live.nummer > 0) throw new Error('Dit gaat mis.');
      return make(live);
    };
    const { site, onError } = await start(records, fail, fail);
    expect(site.nummer()).toBe(0);
    expect(site.fault()).toEqual({ nummer: 1, fouten: ['Dit gaat mis.'] });
    expect(onError).toHaveBeenCalled();
  });

  it('there is no start when the content of the program itself cannot be shown', async () => {
    await expect(
      start(createMemoryRecords(), make, async () => ({ fouten: ['klopt niet'] })),
    ).rejects.toThrow('klopt niet');
  });
});

describe('what is published', () => {
  it('takes over when it is complete, and not before', async () => {
    const records = createMemoryRecords();
    let finish = () => {};
    const { site, onSwitch } = await start(records, async (live) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return make(live);
    });
    await records.commit(publish(1, toFiles(1)));
    for (let turn = 0; turn < 5; turn += 1) await takeTurn();
    expect(site.current().text).toBe(OWN.tekst);
    finish();
    await vi.waitFor(() => expect(site.current().text).toBe('versie 1'));
    expect(onSwitch.mock.calls).toEqual([[1]]);
  });

  it('is not shown when it has faults; the next one without is', async () => {
    const records = createMemoryRecords();
    const { site, onRefused, onSwitch } = await start(records);
    await records.commit(publish(1, toFiles(1)));
    await vi.waitFor(() => expect(site.nummer()).toBe(1));
    await records.commit(publish(2, BROKEN));
    await vi.waitFor(() => expect(site.fault()).toEqual({ nummer: 2, fouten: BROKEN.fouten }));
    expect(site.current().live.fault).toEqual(site.fault());
    expect(site.nummer()).toBe(1);
    await records.commit(publish(3, toFiles(3)));
    await vi.waitFor(() => expect(site.nummer()).toBe(3));
    expect(site.fault()).toBeNull();
    expect(onRefused).toHaveBeenCalledTimes(1);
    expect(onSwitch.mock.calls).toEqual([[1], [3]]);
  });

  it('is tried again when making it fails, and what was shown stays meanwhile', async () => {
    const records = createMemoryRecords();
    let hasRoom = false;
    const { site, onError } = await start(records, async (live) => {
      if (!hasRoom) throw new Error('Geen geheugen.');
      return make(live);
    });
    await records.commit(publish(1, toFiles(1)));
    await vi.waitFor(() => expect(site.fault()).toEqual({ nummer: 1, fouten: ['Geen geheugen.'] }));
    await vi.waitFor(() => expect(onError.mock.calls.length).toBeGreaterThan(2));
    expect(site.nummer()).toBe(0);
    hasRoom = true;
    await vi.waitFor(() => expect(site.nummer()).toBe(1));
    expect(site.fault()).toBeNull();
  });

  it('is shown after the storage was away for a while', async () => {
    const records = createMemoryRecords();
    const { site } = await start(records);
    await records.commit(publish(1, toFiles(1)));
    records.setReachable(false);
    for (let turn = 0; turn < 5; turn += 1) await takeTurn();
    expect(site.nummer()).toBe(0);
    records.setReachable(true);
    await vi.waitFor(() => expect(site.nummer()).toBe(1));
  });

  it('is not shown any more once the server stops', async () => {
    const records = createMemoryRecords();
    let finish = () => {};
    const { site, onSwitch } = await start(records, async (live) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return make(live);
    });
    await records.commit(publish(1, toFiles(1)));
    for (let turn = 0; turn < 5; turn += 1) await takeTurn();
    const stopped = site.stop();
    finish();
    await stopped;
    await records.commit(publish(2, toFiles(2)));
    for (let turn = 0; turn < 5; turn += 1) await takeTurn();
    expect(onSwitch).not.toHaveBeenCalled();
  });

  it('whenever it is published: the last one wins, one is built at a time, and none goes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        async (s, good) => {
          const records = createMemoryRecords();
          let [building, most] = [0, 0];
          const { site, onSwitch } = await start(records, async (live) => {
            building += 1;
            most = Math.max(most, building);
            await s.schedule(Promise.resolve());
            building -= 1;
            return make(live);
          });
          const publishing = s.scheduleSequence(
            good.map((isGood, index) => async () => {
              await records.commit(publish(index + 1, isGood ? toFiles(index + 1) : BROKEN));
            }),
          );
          void publishing;
          const last = good.lastIndexOf(true) + 1;
          const isDone = () =>
            records
              .findLiveVersion()
              .then(
                (newest) =>
                  newest === good.length &&
                  site.nummer() === last &&
                  (site.fault()?.nummer ?? last) === good.length,
              );
          while (!(await isDone())) {
            if (s.count() > 0) await s.waitOne();
            await takeTurn();
          }
          const shown = onSwitch.mock.calls.map(([nummer]) => Number(nummer));
          expect(shown).toEqual([...shown].sort((a, b) => a - b));
          expect(most).toBeLessThanOrEqual(1);
          await Promise.all([site.stop(), s.waitAll()]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a request', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  it('under way ends with the version that it began with, and the next has the new one', async () => {
    const records = createMemoryRecords();
    const waiting: (() => void)[] = [];
    const slow: Make = async (live) => ({
      made: {
        ...{ text: String(live.nummer), live },
        handle: (_req, res) => void waiting.push(() => res.end(String(live.nummer))),
      },
    });
    const { site } = await start(records, slow, slow);
    server = createServer(site.handle).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const ask = () => fetch(`http://127.0.0.1:${port}`).then((answer) => answer.text());
    const first = ask();
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    await records.commit(publish(1));
    await vi.waitFor(() => expect(site.nummer()).toBe(1));
    const second = ask();
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    for (const answer of waiting) answer();
    expect(await Promise.all([first, second])).toEqual(['0', '1']);
  });
});
