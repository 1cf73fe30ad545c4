import { maskCount } from '../../domain/statistics/counts.ts';
import { toWaaromText } from '../../domain/table-answers/answer-words.ts';
import type { PublishedAnswers } from '../../domain/table-answers/published-answers.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { toTable } from '../to-table.ts';

/** What tables answered, as a table with a row for each. */
export function toAnswersTable(
  { model, say }: Pick<Services, 'model' | 'say'>,
  rijen: readonly PublishedAnswers[],
) {
  const fewer = say('statistiek.te-weinig');
  return toTable(
    say('statistiek.in-cijfers', { titel: say('statistiek.terugmelding') }),
    [
      say('statistiek.tafel'),
      say('statistiek.antwoorden'),
      say('statistiek.opgepakt'),
      say('statistiek.helft-binnen'),
      say('statistiek.leest-anders'),
    ],
    rijen.map(({ tafel: id, antwoorden, opgepakt, dagen, vaakst }) => {
      const tafel = model.tafelOf.get(id);
      return [
        { tekst: tafel?.korteNaam ?? id },
        maskCount(antwoorden),
        opgepakt ? toTakenText(say, opgepakt) : fewer,
        dagen === null ? fewer : toDaysText(say, dagen),
        tafel && vaakst
          ? say('statistiek.vaakst', {
              aantal: vaakst.aantal,
              waarom: toWaaromText(say, tafel, vaakst.waarom),
            })
          : fewer,
      ];
    }),
  );
}

/** The share of what is rounded: it tells no more than that. */
function toTakenText(say: Say, { ja, nee }: NonNullable<PublishedAnswers['opgepakt']>): string {
  return say('statistiek.opgepakt-van', { aantal: ja, procent: Math.round((100 * ja) / (ja + nee)) });
}

function toDaysText(say: Say, dagen: number): string {
  if (dagen === 0) return say('statistiek.dezelfde-dag');
  return dagen === 1 ? say('statistiek.een-dag') : say('statistiek.dagen', { dagen });
}
