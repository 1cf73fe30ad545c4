import type { Logger } from 'pino';
import { openOrWait } from '../adapters/store/open-or-wait.ts';
import { openStore } from '../adapters/store/open-store.ts';
import type { Meldingen } from '../domain/ports/meldingen.ts';
import { readStandSecrets } from './read-stand-secrets.ts';
import type { Start } from './read-start.ts';
import type { SharedPorts } from './site-ports.ts';

/** How often to try to open storage that could not be opened, in milliseconds. */
const TUSSENTIJD_OPSLAG = 30_000;

/** What exists once on a data folder: storage, secrets and the queue of mail. */
export interface Core extends SharedPorts {
  readonly meldingen: Meldingen;
  /** Sends nothing any more; what is being sent is finished, or broken off and recorded as such. */
  stopSending(): Promise<void>;
  /** Stops sending, writes what is still to be written and gives the folder back. */
  close(): Promise<void>;
}

/**
 * Opens the storage, or goes on without, and starts sending when that is configured.
 * @throws MapInGebruik when another server has the folder.
 */
export async function openCore(
  { config, views }: Pick<Start, 'config' | 'views'>,
  log: Logger,
  now: () => Date,
): Promise<Core> {
  const store = await openOrWait({
    open: () =>
      openStore({ dataDir: config.dataDir, now, onFout: (fout) => log.error({ err: fout }, 'opslag') }),
    tussentijd: TUSSENTIJD_OPSLAG,
    onDicht: ({ message }) =>
      log.warn(`GEEN OPSLAG: er wordt niets geteld, en meldingen worden niet aangenomen. ${message}`),
    onOpen: () => log.info('De opslag is er weer.'),
  });
  const secrets = readStandSecrets(config, log);
  // Most servers send nothing, and need nothing of it.
  const post =
    config.smtp &&
    (await import('../adapters/smtp/start-versturen.ts')).startVersturen({
      smtp: config.smtp,
      zendingen: store.zendingen,
      secrets,
      views,
      baseUrl: config.baseUrl,
      now,
      meldPoging: (poging) => log[poging.uitkomst === 'verstuurd' ? 'info' : 'warn'](poging, 'e-mail'),
      meldFout: (fout) => log.error({ err: fout }, 'de wachtrij van e-mail'),
    });
  const stopSending = async () => post?.wachtrij.stop();
  return {
    meldingen: store.meldingen,
    tellingen: store.tellingen,
    versturen: post?.versturen ?? null,
    secrets,
    stopSending,
    close: async () => {
      await stopSending();
      await store.close();
    },
  };
}
