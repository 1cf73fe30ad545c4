import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as takeTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOverloadGuard } from '../../src/http/overload.ts';

const CAPACITY = { maxInFlight: 1_000, maxTurn: 2_000, maxColdTurn: 10_000 };

/** The time that the server sees, in milliseconds. */
let moment = 0;

/** Asks twice in one turn, with so long between; gives how many were let through. */
async function askTwice(isWarm: () => boolean, { after = 0, between }: { after?: number; between: number }) {
  let served = 0;
  const guard = createOverloadGuard(
    () => {
      served += 1;
    },
    CAPACITY,
    { headers: new Map(), getFormPage: () => Buffer.alloc(0) },
    { isWarm, onOverload: () => {}, onRefused: () => {} },
  );
  const res = { once: () => res, setHeaders: () => res, writeHead: () => res, end: () => res };
  const ask = () =>
    guard({ method: 'GET', url: '/', headers: {} } as IncomingMessage, res as unknown as ServerResponse);
  moment += after;
  ask();
  moment += between;
  ask();
  await takeTurn();
  return served;
}

describe('work that came in together', () => {
  beforeEach(() => {
    moment = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => moment);
    return () => clock.mockRestore();
  });

  it('may take 2 seconds on a server that is warm', async () => {
    expect(await askTwice(() => true, { between: 1_999 })).toBe(2);
    expect(await askTwice(() => true, { between: 2_001 })).toBe(1);
  });

  it('may take longer just after the start, when everything costs more than it will', async () => {
    expect(await askTwice(() => false, { between: 9_999 })).toBe(2);
    expect(await askTwice(() => false, { between: 10_001 })).toBe(1);
  });

  it('no longer than half a minute after the start: a flood must not keep the server from getting warm', async () => {
    expect(await askTwice(() => false, { after: 29_000, between: 3_000 })).toBe(2);
    expect(await askTwice(() => false, { after: 30_000, between: 3_000 })).toBe(1);
  });
});
