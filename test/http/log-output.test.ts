import { describe, expect, it, vi } from 'vitest';
import { createLog, createLogOutput } from '../../src/http/log.ts';

/** An output onto something that takes so many bytes more before it fails; what it took is in `taken()`. */
function makeOutput(maxWaiting = 1_000) {
  let text = '';
  const disk = { room: Number.POSITIVE_INFINITY, code: 'ENOSPC' };
  const output = createLogOutput({
    maxWaiting,
    write: (bytes) => {
      const count = Math.min(bytes.length, disk.room);
      if (count === 0) throw Object.assign(new Error('vol'), { code: disk.code });
      disk.room -= count;
      text += Buffer.from(bytes.subarray(0, count)).toString('latin1');
      return count;
    },
  });
  return { output, disk, taken: () => text };
}

describe('what the log writes to', () => {
  it('keeps what does not fit now, in order, and writes it when there is room again', () => {
    const { output, disk, taken } = makeOutput();
    disk.room = 3;
    output.write('een\n');
    output.write('twee\n');
    output.flush();
    expect(taken()).toBe('een');
    disk.room = 1_000;
    output.flush();
    expect(taken()).toBe('een\ntwee\n');
    expect(output.dropped()).toBe(0);
  });

  it('tries again by itself', async () => {
    const { output, disk, taken } = makeOutput();
    disk.room = 0;
    output.write('een\n');
    output.flush();
    disk.room = 1_000;
    await vi.waitFor(() => expect(taken()).toBe('een\n'));
  });

  it('drops whole lines beyond its bound, and tells how many in the place where they are missing', () => {
    const { output, disk, taken } = makeOutput(14);
    output.onRoom = (lines) => output.write(`(${lines} weg)\n`);
    disk.room = 0;
    for (const line of ['aaaa\n', 'bbbb\n', 'cccc\n', 'dddd\n']) output.write(line);
    output.flush();
    expect(output.dropped()).toBe(2);
    disk.room = 1_000;
    output.flush();
    output.write('eeee\n');
    output.flush();
    expect(taken()).toBe('aaaa\nbbbb\n(2 weg)\neeee\n');
    output.flush();
    expect(taken().match(/weg/g)).toHaveLength(1);
  });

  it('makes a line of the log of what is missing', () => {
    const { output, disk, taken } = makeOutput(200);
    const log = createLog('info', output);
    disk.room = 0;
    for (let count = 0; count < 10; count += 1) log.info('een regel');
    disk.room = 10_000;
    output.flush();
    log.warn('daarna');
    const lines = taken()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1).msg).toBe('daarna');
    expect(lines.at(-2)).toMatchObject({ level: 40, regels: 10 - (lines.length - 2) });
  });
});
