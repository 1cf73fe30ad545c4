import { randomBytes } from 'node:crypto';
import { StorageFailure } from '../domain/storage-failure.ts';

/** What this server seals with, newest first. Each method gives the same list until it changes. */
export interface ServerSecrets {
  /** For what lives in an address: when there is no lasting secret, one for as long as this process lives. */
  forStand(): readonly string[];
  /**
   * For what must outlive this process.
   * @throws StorageFailure while there is none: what was sealed with a passing one could never be opened again.
   */
  lasting(): readonly string[];
  /** Looks again for a lasting secret when there is none: once the storage can be used. */
  reload(): Promise<void>;
}

interface Options {
  /** Those of the settings; then the storage is not looked into. */
  readonly given: readonly string[] | undefined;
  /** The one that the storage keeps, made on first use. */
  readonly read: () => Promise<string>;
  /** Told why there is no lasting secret, each time that the reason changes. */
  readonly onMissing: (reason: string) => void;
}

/** Reads the secrets: those of the settings, or the one in the storage. */
export async function readServerSecrets({ given, read, onMissing }: Options): Promise<ServerSecrets> {
  let reason = '';
  let lasting = given ?? (await tryStorage());
  let stand = lasting ?? [randomBytes(32).toString('base64url')];

  async function tryStorage(): Promise<readonly string[] | null> {
    try {
      return [await read()];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== reason) onMissing(message);
      reason = message;
      return null;
    }
  }

  return {
    forStand: () => stand,
    lasting() {
      if (lasting) return lasting;
      throw new StorageFailure(
        'Er is nu geen geheim dat een herstart overleeft, dus niets wordt verzegeld bewaard.',
      );
    },
    async reload() {
      if (lasting) return;
      lasting = await tryStorage();
      // Addresses that are in use stay valid.
      if (lasting) stand = [...lasting, ...stand];
    },
  };
}
