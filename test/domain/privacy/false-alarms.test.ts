import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findName } from '../../../src/domain/privacy/find-name.ts';
import { listFindings } from './describe-kind.ts';

const SENTENCES = new URL('../../cases/onschuldige-zinnen.json', import.meta.url);
const sentences: string[] = JSON.parse(readFileSync(SENTENCES, 'utf8'));
// A warning that is wrong too often is clicked away, and then the right one is too.
const MAX_FALSE_ALARMS = 0.02;

it('flags at most 2 % of harmless sentences as people type them in the form', () => {
  expect(new Set(sentences).size).toBe(200);
  const flagged = sentences.filter((sentence) => listFindings(sentence).length > 0);
  expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(sentences.length * MAX_FALSE_ALARMS);
});

it('flags no more of them when they are typed in capitals', () => {
  const flagged = sentences
    .map((sentence) => sentence.toUpperCase())
    .filter((sentence) => findName(sentence).length > 0);
  expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(sentences.length * MAX_FALSE_ALARMS);
});
