import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { advise, content, model } from '../support/real-content.ts';
import { findAfwijkingen } from './domain-rules.ts';
import { findFalend } from './judge-mutant.ts';
import { describeMutationScore, measureMutationScore } from './mutation-score.ts';
import { findVerschillen, proofCases } from './proof-cases.ts';

describe('de inhoud zoals die is', () => {
  it('zegt wat domain.md zegt, en heeft geen fouten', () => {
    expect(findAfwijkingen(content)).toEqual([]);
    expect(checkContent(content)).toEqual([]);
  });

  it('doorstaat elk geval, met de regelmotor en met de gewone logica', async () => {
    for (const { bestand, naam, antwoorden, verwacht } of proofCases)
      expect(findVerschillen(model, await advise(antwoorden), verwacht), `${bestand}: ${naam}`).toEqual([]);
    expect(await findFalend(content, proofCases)).toBeNull();
  });
});

describe('de inhoud met één fout erin', () => {
  it('valt altijd op: bij de controle van de inhoud, of in een geval', { timeout: 120_000 }, async () => {
    const score = await measureMutationScore();
    expect(score.mutanten).toBeGreaterThan(1_500);
    expect(score.overlevenden, describeMutationScore(score)).toEqual([]);
  });
});
