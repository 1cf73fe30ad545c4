import { describe, expect, it } from 'vitest';
import { createFairQueue } from '../../src/domain/fair-queue.ts';

interface Job {
  readonly who: string;
  readonly name: string;
}
const job = (who: string, nummer: number): Job => ({ who, name: `${who}${nummer}` });

/** A queue in which these wait already. */
function fill(max: number, ...jobs: Job[]) {
  const queue = createFairQueue<Job>(max);
  for (const one of jobs) expect(queue.add(one)).toBeNull();
  return queue;
}

function takeAll(queue: ReturnType<typeof fill>): string[] {
  const names: string[] = [];
  for (let next = queue.take(); next; next = queue.take()) names.push(next.name);
  return names;
}

describe('a queue', () => {
  it('gives each asker a turn, and each the oldest first', () => {
    const queue = fill(9, job('a', 1), job('a', 2), job('a', 3), job('b', 1), job('c', 1), job('c', 2));
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
    expect(queue.length()).toBe(0);
  });

  it('lets who had a turn not go first again by asking again', () => {
    const queue = fill(9, job('a', 1), job('b', 1));
    expect(queue.take()?.name).toBe('a1');
    queue.add(job('a', 2));
    expect(takeAll(queue)).toEqual(['b1', 'a2']);
  });

  it('is for one asker alone as long as nobody else comes, and refuses what is too much', () => {
    const queue = fill(3, job('a', 1), job('a', 2), job('a', 3));
    expect(queue.hasRoom('a')).toBe(false);
    const more = job('a', 4);
    expect(queue.add(more)).toBe(more);
    expect(queue.length()).toBe(3);
  });

  it('makes room for others, at the cost of the newest of who has most, until all have the same', () => {
    const queue = fill(4, job('a', 1), job('a', 2), job('a', 3), job('a', 4));
    expect(queue.hasRoom('b')).toBe(true);
    expect(queue.add(job('b', 1))?.name).toBe('a4');
    expect(queue.add(job('b', 2))?.name).toBe('a3');
    expect(queue.hasRoom('b')).toBe(false);
    const more = job('b', 3);
    expect(queue.add(more)).toBe(more);
    expect(queue.add(job('c', 1))?.name).toBe('a2');
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'c1', 'b2']);
  });

  it('forgets what is taken out of the middle', () => {
    const [first, second] = [job('a', 1), job('b', 1)];
    const queue = fill(9, first, second, job('c', 1));
    queue.remove(second);
    queue.remove(second);
    expect(queue.length()).toBe(2);
    expect(takeAll(queue)).toEqual(['a1', 'c1']);
    queue.remove(first);
    expect(queue.length()).toBe(0);
  });
});
