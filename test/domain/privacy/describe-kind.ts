import { describe, expect, it } from 'vitest';
import { findPersonalData, type PersonalFinding } from '../../../src/domain/privacy/find-personal-data.ts';

/** Lists what is found in a text, as `soort: tekst`. */
export function listFindings(text: string): string[] {
  return findPersonalData(text).map(({ soort, tekst }) => `${soort}: ${tekst}`);
}

/** Tests per example that a text holds one finding of this kind and nothing else. */
export function describeKind(
  soort: PersonalFinding['soort'],
  examples: [text: string, found: string][],
): void {
  describe(`finds a ${soort}`, () => {
    it.each(examples)('in %j', (text, found) => {
      expect(listFindings(text)).toEqual([`${soort}: ${found}`]);
    });
  });
}
