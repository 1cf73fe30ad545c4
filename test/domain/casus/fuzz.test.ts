import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../../src/domain/casus/write-casus.ts';
import { histories, rules, toMoment } from '../../support/arbitrary-casus.ts';
import { chooseShare } from '../../support/long-form.ts';

// biome-ignore lint/suspicious/noExplicitAny: what is broken on purpose has no type
type Loose = any;
const RUNS = chooseShare(2_000, 20_000);
const parse = (text: string) => parseCasus(rules, text, '2026-11-21', toMoment(0));

it(`${RUNS} broken and hostile files: a sentence or a case, never an exception, and a case is written and read again`, () => {
  const broken = fc
    .tuple(histories, fc.nat(), fc.nat(40), fc.string({ unit: 'binary' }))
    .map(([[a], at, gone, put]) => {
      const text = writeCasus(a);
      const place = at % text.length;
      return text.slice(0, place) + put + text.slice(place + gone);
    });
  const mangled = fc.tuple(histories, fc.array(fc.tuple(fc.nat(), fc.anything()))).map(([[a], changes]) => {
    const file = JSON.parse(writeCasus(a));
    for (const [at, value] of changes) replaceSomewhere(file, at, value);
    return String(JSON.stringify(file, (_key, value) => (typeof value === 'bigint' ? String(value) : value)));
  });
  let kept = 0;
  fc.assert(
    fc.property(fc.oneof(broken, mangled, fc.json(), fc.string({ unit: 'binary' })), (text) => {
      const parsed = parse(text);
      if ('fout' in parsed) {
        expect(parsed.fout).toMatch(/\S/);
        return;
      }
      kept += 1;
      const again = parse(writeCasus(parsed.casus));
      expect(again).toEqual({ casus: parsed.casus, gevallen: [] });
    }),
    { numRuns: RUNS },
  );
  expect(kept).toBeGreaterThan(100);
});

/** Puts a value at some place below `node`, found by walking `at`. */
function replaceSomewhere(node: Loose, at: number, value: unknown): void {
  const keys = Object.keys(node);
  const key = keys[at % keys.length];
  if (key === undefined) return;
  const below = node[key];
  if (typeof below === 'object' && below !== null && at % 3 > 0)
    replaceSomewhere(below, Math.floor(at / 3), value);
  else node[key] = value;
}
