import { toDateText } from '../calendar.ts';
import type { Content } from '../model/content.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Say, TextKey } from '../texts.ts';
import type { TafelAntwoord } from './choices.ts';
import type { Room } from './room.ts';

type Words = Pick<Content, 'tafels' | 'pakketvelden'>;

/** What a table answered, as a sentence. */
export function toAnswerText(say: Say, content: Words, tafel: Overlegtafel, antwoord: TafelAntwoord): string {
  switch (antwoord.keuze) {
    case 'opAgenda':
      return say('tafelantwoord.agenda-van', { datum: toDateText(antwoord.datum) });
    case 'nietOpgepakt':
      return say('tafelantwoord.niet-omdat', { waarom: toWaaromText(say, tafel, antwoord.waarom) });
    case 'doorverwezen': {
      const naar = content.tafels.find(({ id }) => id === antwoord.naar);
      return say('tafelantwoord.doorverwezen-naar', { tafel: naar?.inZin ?? antwoord.naar });
    }
    case 'meerNodig': {
      const delen = antwoord.delen.map((deel) => content.pakketvelden.rubrieken[deel]).join('; ');
      return say('tafelantwoord.meer-over', { delen });
    }
    default:
      return say(`tafelantwoord.${antwoord.keuze}`);
  }
}

/** What a table told of its room, with the day on which it did. */
export function toRoomText(say: Say, { stand, weken, dag }: Room): string {
  const datum = toDateText(dag);
  if (stand === 'wachtlijst' && weken === 1) return say('tafelantwoord.plek-wachtlijst-een', { datum });
  if (stand === 'wachtlijst') return say('tafelantwoord.plek-wachtlijst', { weken: weken ?? 0, datum });
  return say(`tafelantwoord.plek-${stand}`, { datum });
}

/** The ground for not taking a case on, in words; of a criterion that is gone, its id. */
export function toWaaromText(say: Say, { regels }: Overlegtafel, waarom: string): string {
  const [soort, id = ''] = waarom.split(':');
  if (soort === 'reden')
    return say(`tafelantwoord.reden-${id}` as Extract<TextKey, 'tafelantwoord.reden-anders'>);
  const criterium = regels.criteria.find((one) => one.id === id);
  // It stands in a sentence that ends by itself.
  return say('tafelantwoord.criterium', { criterium: (criterium?.tekst ?? id).replace(/\.$/, '') });
}
