import type { Peer } from '../adapters/ipc/create-peer.ts';
import type { Tellingen } from '../domain/ports/tellingen.ts';
import type { Gebeurtenis } from '../domain/statistics/telling.ts';
import type { PrimaryService } from './process-services.ts';

/** How long what was counted waits to be told together, in milliseconds: a message for each costs a tenth of a page. */
const WACHTTIJD = 100;

/** Counts by way of the primary process; `flush` tells it what it was not told yet. */
export function createRemoteTellingen(
  primary: Pick<Peer<PrimaryService>, 'call' | 'tell'>,
): Tellingen & { flush(): void } {
  let wachtend: Gebeurtenis[] = [];
  let wekker: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(wekker);
    wekker = undefined;
    if (wachtend.length > 0) primary.tell('tel', wachtend);
    wachtend = [];
  }

  return {
    tel(gebeurtenis) {
      wachtend.push(gebeurtenis);
      wekker ??= setTimeout(flush, WACHTTIJD);
    },
    perWeek() {
      flush();
      return primary.call('perWeek');
    },
    flush,
  };
}
