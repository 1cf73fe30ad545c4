import { toDateText } from '../calendar.ts';
import type { CalendarEvent } from '../calendar-event.ts';
import type { Say } from '../texts.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import type { Termijn } from './termijn.ts';

/** When to say that the last day comes near. */
const DAYS_BEFORE = 7;

/** The last day to hand in a case, as an entry for a calendar. The same deadline of the same code is the same entry. */
export function toDeadlineEvent(
  say: Say,
  {
    tafel,
    route,
    ontvanger,
    kanaal,
    casuscode,
  }: Pick<VerwijsPakket, 'tafel' | 'route' | 'ontvanger' | 'kanaal' | 'casuscode'>,
  { uiterlijk, overlegdatum }: Termijn,
): CalendarEvent {
  const words = { tafel: tafel.inZin, ontvanger, casuscode, dag: toDateText(uiterlijk) };
  const titel = say(route === 'via' ? 'agenda.titel-verzoek' : 'agenda.titel', words);
  return {
    uid: `${tafel.id}-${overlegdatum}-${casuscode}@rdm-wegwijzer.invalid`,
    dag: uiterlijk,
    titel,
    tekst: say(route === 'via' ? 'agenda.uitleg-verzoek' : 'agenda.uitleg', {
      ...words,
      kanaal: kanaal.naam,
      termijn: tafel.termijn?.tekst ?? '',
      overlegdatum: toDateText(overlegdatum),
    }),
    alarm: { daysBefore: DAYS_BEFORE, tekst: say('agenda.alarm', { ...words, titel }) },
  };
}
