import { Low, Memory } from 'lowdb';
import { describe, expect, it } from 'vitest';
import { createCommits } from '../../../src/storage/folder/store-file.ts';

/** A store of numbers whose writes are counted, and that can refuse. */
function createNumbers() {
  const memory = new Memory<readonly number[]>();
  const stand = { writes: 0, stuk: false };
  const low = new Low<readonly number[]>(
    {
      read: () => memory.read() as unknown as Promise<readonly number[] | null>,
      write: async (data) => {
        stand.writes += 1;
        // So that there is a while in which others can come in.
        await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
        if (stand.stuk) throw new Error('schijf vol');
        await memory.write(data);
      },
    },
    [],
  );
  const commits = createCommits(low);
  const add = (nummer: number) =>
    commits.commit((data) => ({ data: [...data, nummer], result: data.length }));
  return { commits, add, stand };
}

describe('createCommits', () => {
  it('writes what comes in together at once', async () => {
    const { commits, add, stand } = createNumbers();
    const places = await Promise.all(Array.from({ length: 100 }, (_, nummer) => add(nummer)));
    expect(places).toEqual(Array.from({ length: 100 }, (_, nummer) => nummer));
    expect(commits.data).toHaveLength(100);
    expect(stand.writes).toBeLessThanOrEqual(2);
  });

  it('shows only what is safely kept', async () => {
    const { commits, add } = createNumbers();
    const promise = add(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(commits.data).toEqual([]);
    await promise;
    expect(commits.data).toEqual([1]);
  });

  it('leaves everything as it was when writing fails, and goes on after', async () => {
    const { commits, add, stand } = createNumbers();
    await add(1);
    stand.stuk = true;
    await expect(Promise.all([add(2), add(3)])).rejects.toThrow('schijf vol');
    expect(commits.data).toEqual([1]);
    stand.stuk = false;
    await add(4);
    expect(commits.data).toEqual([1, 4]);
  });

  it('lets a change that throws fail alone', async () => {
    const { commits, add } = createNumbers();
    const goed = add(1);
    const fault = commits.commit(() => {
      throw new Error('kan niet');
    });
    await expect(fault).rejects.toThrow('kan niet');
    await goed;
    expect(commits.data).toEqual([1]);
  });

  it('writes nothing when nothing changes', async () => {
    const { commits, stand } = createNumbers();
    expect(await commits.commit((data) => ({ data, result: 'gelijk' }))).toBe('gelijk');
    expect(stand.writes).toBe(0);
  });

  it('waits for what is in progress', async () => {
    const { commits, add } = createNumbers();
    await commits.settle();
    void add(1);
    await commits.settle();
    expect(commits.data).toEqual([1]);
  });
});
