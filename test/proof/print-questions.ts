import { it } from 'vitest';
import { print } from './print.ts';
import { createPathCounter } from './question-paths.ts';
import { ALL_SIGNALEN, describePaths, listSignalen, toMarkdown } from './question-table.ts';
import { isUseful } from './useful-question.ts';

it('telt de vragen over alle paden', { timeout: 1_200_000 }, () => {
  let situaties = 0;
  const useless: string[] = [];
  const count = createPathCounter((antwoorden, { feit }) => {
    situaties += 1;
    if (!isUseful(antwoorden, feit)) useless.push(`${feit}, na ${JSON.stringify(antwoorden)}`);
  });
  const groups = [
    { naam: 'one signal', counts: count(listSignalen(1)) },
    { naam: 'two signals', counts: count(listSignalen(2)) },
    { naam: `all ${ALL_SIGNALEN.length} answers`, counts: count(ALL_SIGNALEN) },
  ];
  const paths = groups.map(({ naam, counts }) => `${naam}: ${describePaths(counts)}`).join(', ');
  print(
    [
      toMarkdown(groups),
      '',
      'Each cell: mean when every answer to a question is equally likely / mean with every path counted once / highest.',
      `Paths per column: ${paths}.`,
      `Questions asked that can change nothing any more: ${useless.length} in ${situaties} different situations.`,
      ...useless.slice(0, 10),
    ].join('\n'),
  );
  if (useless.length > 0) throw new Error('Er wordt een vraag gesteld die niets meer uitmaakt.');
});
