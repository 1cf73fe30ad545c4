import type { Peer } from '../adapters/ipc/create-peer.ts';
import type { Versturen } from '../domain/ports/versturen.ts';
import { createSharedHits } from '../http/shared-hits.ts';
import type { Begin, PrimaryService } from './process-services.ts';
import { createRemoteTellingen } from './remote-tellingen.ts';
import type { SharedPorts } from './site-ports.ts';

/** What a worker has by way of the primary process. */
export interface RemotePorts {
  readonly ports: SharedPorts;
  /** Makes a package of a request to send, by its number; the primary asks for it when it needs it. */
  readonly writePdf: (nummer: number) => Promise<Buffer>;
  /** Tells the primary what it was not told yet, and waits until it heard that. */
  readonly flush: () => Promise<void>;
}

/** Makes ports that let the primary process do the work. */
export function createRemotePorts(
  primary: Peer<PrimaryService>,
  { secrets, domeinen }: Pick<Begin, 'secrets' | 'domeinen'>,
): RemotePorts {
  const pdfs = new Map<number, () => Promise<Buffer>>();
  let laatste = 0;
  const tellingen = createRemoteTellingen(primary);

  const versturen: Versturen = {
    domeinen: domeinen ?? [],
    async vraagAan({ pdf, ...aanvraag }) {
      laatste += 1;
      const nummer = laatste;
      pdfs.set(nummer, pdf);
      try {
        return await primary.call('vraagAan', aanvraag, nummer);
      } finally {
        pdfs.delete(nummer);
      }
    },
    bekijk: (id, sleutel) => primary.call('bekijk', id, sleutel),
    bevestig: (id, sleutel) => primary.call('bevestig', id, sleutel),
  };
  return {
    ports: {
      meldingen: { meld: (nieuw) => primary.call('meld', nieuw) },
      tellingen,
      versturen: domeinen && versturen,
      secrets,
      createHitStore: (limiet) =>
        createSharedHits(limiet, (naam, venster, sleutel) =>
          primary.call('countHit', naam, venster, sleutel),
        ),
    },
    async flush() {
      tellingen.flush();
      await primary.call('confirm');
    },
    async writePdf(nummer) {
      const pdf = pdfs.get(nummer);
      if (!pdf) throw new Error('This package is not asked for any more.');
      return pdf();
    },
  };
}
