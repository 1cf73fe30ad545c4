import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPersonal } from '../../../src/domain/casus/find-personal.ts';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../../src/domain/casus/write-casus.ts';
import { rules, toMoment } from '../../support/arbitrary-casus.ts';
import { brokenFiles } from '../../support/broken-casus.ts';
import { chooseShare } from '../../support/long-form.ts';

const RUNS = chooseShare(2_000, 20_000);
const parse = (text: string) => parseCasus(rules, text, '2026-11-21', toMoment(0));

it(`${RUNS} broken and hostile files: a sentence or a case, never an exception, and a case is written and read again`, () => {
  let kept = 0;
  let named = 0;
  fc.assert(
    fc.property(brokenFiles, (bytes) => {
      const parsed = parse(bytes.toString());
      if ('fout' in parsed) {
        expect(parsed.fout).toMatch(/^[A-Z].*\.$/s);
        return;
      }
      kept += 1;
      named += parsed.gevallen.length;
      findPersonal(rules, parsed.casus);
      const again = parse(writeCasus(parsed.casus));
      expect(again).toEqual({ casus: parsed.casus, gevallen: [] });
    }),
    { numRuns: RUNS },
  );
  // Enough of them was read for what lies behind the first checks to be reached.
  expect(kept).toBeGreaterThan(RUNS / 4);
  expect(named).toBeGreaterThan(RUNS / 4);
  expect(({} as { waarde?: string }).waarde).toBeUndefined();
});
