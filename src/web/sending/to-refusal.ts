import { toTimeText } from '../../domain/date-text.ts';
import type { SendRequestResult } from '../../domain/sending/sending.ts';

/** Why a request to send was not granted: the status, what the user reads, and in how many seconds it may work. */
interface Refusal {
  readonly status: number;
  readonly fout: string;
  readonly wacht: number | null;
}

const SELF = 'U kunt de e-mail hieronder wel meenemen en zelf versturen.';

/** What to answer to a request to send that was not granted; `now` is the moment of answering. */
export function toRefusal(result: Exclude<SendRequestResult, { soort: 'gevraagd' }>, now: Date): Refusal {
  switch (result.soort) {
    case 'limiet': {
      const { van, from } = result.limiet;
      const wie = van === 'afzender' ? 'Met dit adres' : 'Met deze wegwijzer';
      return {
        status: 429,
        fout: `${wie} is het afgelopen uur al zo vaak gevraagd om te versturen als mag. Het kan weer vanaf ${toTimeText(from)}. ${SELF}`,
        wacht: Math.max(1, Math.ceil((from.getTime() - now.getTime()) / 1000)),
      };
    }
    case 'al':
      return {
        status: 409,
        fout:
          result.status === 'onzeker' || result.status === 'deels'
            ? 'Deze aanmelding is al eens overgedragen, en het is niet zeker dat iedereen hem heeft. Hij wordt niet nog een keer verstuurd. U kreeg daarover een e-mail.'
            : 'Precies deze aanmelding is al verstuurd, of staat klaar om te worden verstuurd. Hij wordt niet nog een keer verstuurd.',
        wacht: null,
      };
    case 'geweigerd':
      return {
        status: 400,
        fout: 'Een e-mail aan dit adres wordt niet aangenomen. Kijk of het goed is geschreven.',
        wacht: null,
      };
    case 'nietGelukt':
      return {
        status: 503,
        fout: `De e-mail met de link kon nu niet worden verstuurd. Er is niets verstuurd. Probeer het over een paar minuten opnieuw. ${SELF}`,
        wacht: 300,
      };
  }
}
