import { expect, it } from 'vitest';
import { createLog } from '../../src/http/log.ts';

it('writes a warning and an error at once, with what came before; other lines may wait', () => {
  const seen: string[] = [];
  const output = {
    write: (line: string) => void seen.push(JSON.parse(line).msg),
    flush: () => void seen.push('flush'),
  };
  const log = createLog('info', output);
  log.info('one');
  log.warn('two');
  log.info('three');
  log.error({ err: new Error('x') }, 'four');
  expect(seen).toEqual(['one', 'two', 'flush', 'three', 'four', 'flush']);
});
