import { toTimeText } from '../../domain/calendar.ts';
import type { SendRequestResult } from '../../domain/sending/sending.ts';
import type { Say } from '../../domain/texts.ts';

/** Why a request to send was not granted: the status, what the user reads, and in how many seconds it may work. */
interface Refusal {
  readonly status: number;
  readonly fout: string;
  readonly wacht: number | null;
}

/** What to answer to a request to send that was not granted; `now` is the moment of answering. */
export function toRefusal(
  say: Say,
  result: Exclude<SendRequestResult, { soort: 'gevraagd' }>,
  now: Date,
): Refusal {
  const zelf = say('versturen.zelf');
  switch (result.soort) {
    case 'limiet': {
      const { van, from } = result.limiet;
      return {
        status: 429,
        fout: say(van === 'afzender' ? 'versturen.limiet-afzender' : 'versturen.limiet-allen', {
          vanaf: toTimeText(from),
          zelf,
        }),
        wacht: Math.max(1, Math.ceil((from.getTime() - now.getTime()) / 1000)),
      };
    }
    case 'al':
      return {
        status: 409,
        fout: say(
          result.status === 'onzeker' || result.status === 'deels' ? 'versturen.onzeker' : 'versturen.al',
        ),
        wacht: null,
      };
    case 'geweigerd':
      return {
        status: 400,
        fout: say('versturen.geweigerd'),
        wacht: null,
      };
    case 'nietGelukt':
      return {
        status: 503,
        fout: say('versturen.niet-gelukt', { zelf }),
        wacht: 300,
      };
  }
}
