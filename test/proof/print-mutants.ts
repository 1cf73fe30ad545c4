import { it } from 'vitest';
import { describeMutationScore, measureMutationScore } from './mutation-score.ts';
import { print } from './print.ts';

it('toont de score van de mutanten', { timeout: 600_000 }, async () => {
  const score = await measureMutationScore();
  print(describeMutationScore(score));
  if (score.survivors.length > 0) throw new Error('Er overleven mutanten.');
});
