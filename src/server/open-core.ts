import type { Logger } from 'pino';
import { writeMail } from '../documents/mail-writer.ts';
import type { MailBeheer } from '../domain/editing/beheer-mail.ts';
import type { Sending } from '../domain/sending/sending.ts';
import { startSending } from '../sending/start-sending.ts';
import { chooseStorage, openOrWait } from '../storage/open-storage.ts';
import { readServerSecrets, type ServerSecrets } from '../storage/server-secrets.ts';
import type { Store } from '../storage/storage.ts';
import type { Start } from './read-start.ts';
import { createRoomBoard, type RoomBoard } from './room-board.ts';
import { createStorageWatch } from './storage-watch.ts';

/** How often to try to open storage that could not be opened, in milliseconds. */
const STORAGE_INTERVAL = 30_000;

/** What exists once in a process: what the storage keeps, secrets and the queue of mail. */
export interface Core extends Omit<Store, 'check' | 'close'> {
  /** Null when the operator did not configure sending. */
  readonly versturen: Sending | null;
  /** Mails about `/beheer`; null when the operator did not configure sending. */
  readonly mailBeheer: MailBeheer | null;
  readonly ruimte: RoomBoard;
  readonly secrets: Pick<ServerSecrets, 'forStand' | 'lasting'>;
  /** Whether what must be kept can be kept now; known within 2 seconds. */
  hasStorage(): Promise<boolean>;
  /** Whether it was ever opened: what is made meanwhile counts on it. */
  isOpen(): boolean;
  /** Sends nothing any more; what is being sent is finished, or broken off and recorded as such. */
  stopSending(): Promise<void>;
  /** Stops sending, writes what is still to be written and gives the folder back. */
  close(): Promise<void>;
}

/**
 * Opens the storage, or goes on without, and starts sending when that is configured.
 * @throws FolderInUse when another server has the folder.
 */
export async function openCore(
  { config, views }: Pick<Start, 'config' | 'views'>,
  log: Logger,
  now: () => Date,
): Promise<Core> {
  const storage = chooseStorage({
    dataDir: config.dataDir,
    database: config.database,
    now,
    onError: (fault) => log.error({ err: fault }, 'opslag'),
  });
  const secrets = await readServerSecrets({
    given: config.standSecrets,
    read: storage.readSecret,
    onMissing: (reason) =>
      log.warn(
        `GEEN BLIJVEND GEHEIM: na een herstart beginnen lopende vragenlijsten opnieuw, en er wordt geen e-mail verstuurd. ${reason}`,
      ),
  });
  let isOpen = true;
  const store = await openOrWait({
    open: storage.open,
    interval: STORAGE_INTERVAL,
    onClosed: ({ message }) => {
      isOpen = false;
      log.warn(`GEEN OPSLAG: er wordt niets geteld, en meldingen worden niet aangenomen. ${message}`);
    },
    onOpen: () => {
      isOpen = true;
      void secrets.reload();
      log.info('De opslag is er weer.');
    },
  });
  // The storage may have become reachable in between.
  void secrets.reload();
  const post =
    config.smtp &&
    startSending({
      smtp: config.smtp,
      zendingen: store.zendingen,
      secrets: secrets.lasting,
      writeMail,
      views,
      baseUrl: config.baseUrl,
      now,
      reportAttempt: (attempt) => log[attempt.uitkomst === 'verstuurd' ? 'info' : 'warn'](attempt, 'e-mail'),
      reportFault: (fault) => log.error({ err: fault }, 'de wachtrij van e-mail'),
    });
  const stopSending = async () => post?.wachtrij.stop();
  const { check, ...kept } = store;
  return {
    ...kept,
    versturen: post?.versturen ?? null,
    mailBeheer: post?.mailBeheer ?? null,
    ruimte: createRoomBoard(store.antwoorden),
    secrets,
    hasStorage: createStorageWatch(check),
    isOpen: () => isOpen,
    stopSending,
    close: async () => {
      await stopSending();
      await store.close();
    },
  };
}
