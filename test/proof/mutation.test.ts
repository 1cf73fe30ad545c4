import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { chooseShare } from '../support/long-form.ts';
import { advise, content, model } from '../support/real-content.ts';
import { findAfwijkingen } from './domain-rules.ts';
import { findFailing } from './judge-mutant.ts';
import { describeMutationScore, measureMutationScore } from './mutation-score.ts';
import { findDifferences, proofCases } from './proof-cases.ts';

describe('de inhoud zoals die is', () => {
  it('zegt wat domain.md zegt, en heeft geen fouten', () => {
    expect(findAfwijkingen(content)).toEqual([]);
    expect(checkContent(content)).toEqual([]);
  });

  it('doorstaat elk geval, met de regelmotor en met de gewone logica', async () => {
    for (const { bestand, naam, antwoorden, verwacht } of proofCases)
      expect(findDifferences(model, await advise(antwoorden), verwacht), `${bestand}: ${naam}`).toEqual([]);
    expect(await findFailing(content, proofCases)).toBeNull();
  });
});

describe('de inhoud met één fout erin', () => {
  it('valt altijd op: bij de controle van de inhoud, of in een geval', async () => {
    // Neighbours differ in one value of the same criterion, so a sample still has something of each.
    const oneIn = chooseShare(5, 1);
    const score = await measureMutationScore(oneIn);
    expect(score.mutants * oneIn).toBeGreaterThan(1_500);
    expect(score.survivors, describeMutationScore(score)).toEqual([]);
  });
});
