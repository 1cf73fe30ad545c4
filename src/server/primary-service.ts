import type { Peer } from '../adapters/ipc/create-peer.ts';
import type { Versturen } from '../domain/ports/versturen.ts';
import type { CountHit } from '../http/shared-hits.ts';
import type { Core } from './open-core.ts';
import type { PrimaryService, WorkerService } from './process-services.ts';
import type { Start } from './read-start.ts';

interface Opties {
  readonly start: Pick<Start, 'config' | 'content' | 'thema'>;
  readonly core: Core;
  readonly countHit: CountHit;
  /** The worker that is served. */
  readonly worker: () => Peer<WorkerService>;
  readonly startHooks: Pick<PrimaryService, 'started' | 'startFailed'>;
}

/** Makes what the primary process does for one worker. */
export function createPrimaryService({
  start: { config, content, thema },
  core,
  countHit,
  worker,
  startHooks,
}: Opties): PrimaryService {
  const { meldingen, tellingen, versturen, secrets } = core;
  return {
    begin: () => ({ config, content, thema, secrets, domeinen: versturen?.domeinen ?? null }),
    ...startHooks,
    meld: meldingen.meld,
    tel: (gebeurtenissen) => {
      for (const gebeurtenis of gebeurtenissen) tellingen.tel(gebeurtenis);
    },
    perWeek: tellingen.perWeek,
    vraagAan: (aanvraag, pdf) =>
      need(versturen).vraagAan({ ...aanvraag, pdf: () => worker().call('writePdf', pdf) }),
    bekijk: (id, sleutel) => need(versturen).bekijk(id, sleutel),
    bevestig: (id, sleutel) => need(versturen).bevestig(id, sleutel),
    countHit,
    confirm: () => {},
  };
}

function need(versturen: Versturen | null): Versturen {
  if (!versturen) throw new Error('Sending is not configured.');
  return versturen;
}
