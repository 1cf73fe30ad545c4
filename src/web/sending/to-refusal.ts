import { toTimeText } from '../../domain/date-text.ts';
import type { SendRequestResult } from '../../domain/sending/sending.ts';

/** Why a request to send was not granted: the status, what the user reads, and in how many seconds it may work. */
interface Weigering {
  readonly status: number;
  readonly fout: string;
  readonly wacht: number | null;
}

const ZELF = 'U kunt de e-mail hieronder wel meenemen en zelf versturen.';

/** What to answer to a request to send that was not granted; `now` is the moment of answering. */
export function toWeigering(
  resultaat: Exclude<SendRequestResult, { soort: 'gevraagd' }>,
  nu: Date,
): Weigering {
  switch (resultaat.soort) {
    case 'limiet': {
      const { van, from: vanaf } = resultaat.limiet;
      const wie = van === 'afzender' ? 'Met dit adres' : 'Met deze wegwijzer';
      return {
        status: 429,
        fout: `${wie} is het afgelopen uur al zo vaak gevraagd om te versturen als mag. Het kan weer vanaf ${toTimeText(vanaf)}. ${ZELF}`,
        wacht: Math.max(1, Math.ceil((vanaf.getTime() - nu.getTime()) / 1000)),
      };
    }
    case 'al':
      return {
        status: 409,
        fout:
          resultaat.status === 'onzeker' || resultaat.status === 'deels'
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
        fout: `De e-mail met de link kon nu niet worden verstuurd. Er is niets verstuurd. Probeer het over een paar minuten opnieuw. ${ZELF}`,
        wacht: 300,
      };
  }
}
