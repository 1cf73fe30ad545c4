import { it } from 'vitest';
import { print } from './print.ts';
import { createPathCounter } from './question-paths.ts';
import { ALLE_SIGNALEN, describePaden, listSignalen, toMarkdown } from './question-table.ts';
import { isNuttig } from './useful-question.ts';

it('telt de vragen over alle paden', { timeout: 1_200_000 }, () => {
  let situaties = 0;
  const zonderNut: string[] = [];
  const count = createPathCounter((antwoorden, { feit }) => {
    situaties += 1;
    if (!isNuttig(antwoorden, feit)) zonderNut.push(`${feit}, na ${JSON.stringify(antwoorden)}`);
  });
  const groepen = [
    { naam: 'one signal', counts: count(listSignalen(1)) },
    { naam: 'two signals', counts: count(listSignalen(2)) },
    { naam: `all ${ALLE_SIGNALEN.length} answers`, counts: count(ALLE_SIGNALEN) },
  ];
  const paden = groepen
    .map(({ naam, counts: tellingen }) => `${naam}: ${describePaden(tellingen)}`)
    .join(', ');
  print(
    [
      toMarkdown(groepen),
      '',
      'Each cell: mean when every answer to a question is equally likely / mean with every path counted once / highest.',
      `Paths per column: ${paden}.`,
      `Questions asked that can change nothing any more: ${zonderNut.length} in ${situaties} different situations.`,
      ...zonderNut.slice(0, 10),
    ].join('\n'),
  );
  if (zonderNut.length > 0) throw new Error('Er wordt een vraag gesteld die niets meer uitmaakt.');
});
