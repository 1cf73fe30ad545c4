import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toAnswerText } from '../../domain/table-answers/answer-words.ts';
import type { TafelAntwoord } from '../../domain/table-answers/choices.ts';
import type { Services } from '../../services.ts';
import { toCopyBox } from '../mail-parts.ts';
import type { Page } from '../page.ts';
import { toAnswerCrumbs } from './to-answer-page.ts';

/**
 * The page after an answer: the text to mail back, and in it the code for the case file of who sent the package. The
 * casuscode is a blank in it: this site does not know it.
 */
export function toAnsweredPage(
  { content, say }: Pick<Services, 'content' | 'say'>,
  tafel: Overlegtafel,
  { token, code, antwoord }: { token: string; code: string; antwoord: TafelAntwoord },
): Page {
  const tekst = toAnswerText(say, content, tafel, antwoord);
  const bericht = say('tafelantwoord.bericht', { antwoord: tekst, tafel: tafel.inZin, code });
  return {
    template: 'tafelantwoord-klaar',
    titel: say('tafelantwoord.titel-klaar'),
    kruimels: toAnswerCrumbs(say),
    model: {
      token,
      code,
      antwoord: tekst,
      bericht: toCopyBox({
        id: 'bericht',
        label: say('tafelantwoord.bericht-label'),
        tekst: bericht,
        rijen: bericht.split('\n').length + 1,
      }),
    },
  };
}
