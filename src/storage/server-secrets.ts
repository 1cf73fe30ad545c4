import { randomBytes } from 'node:crypto';
import { StorageFailure } from '../domain/storage-failure.ts';
import { readOrMakeStandSecret } from './stand-secret-file.ts';

/** What this server seals with, newest first. Each method gives the same list until it changes. */
export interface ServerSecrets {
  /** For what lives in an address: when there is no lasting secret, one for as long as this process lives. */
  forStand(): readonly string[];
  /**
   * For what must outlive this process.
   * @throws StorageFailure while there is none: what was sealed with a passing one could never be opened again.
   */
  lasting(): readonly string[];
  /** Looks into the data folder again, once it can be used. */
  reload(): void;
}

interface Options {
  /** Those of the settings; then the data folder is not looked into. */
  readonly given: readonly string[] | undefined;
  readonly dataDir: string;
  /** Told why there is no lasting secret. */
  readonly onMissing: (reason: string) => void;
}

/** Reads the secrets: those of the settings, or the one in the data folder. */
export function readServerSecrets({ given, dataDir, onMissing }: Options): ServerSecrets {
  let lasting = given ?? tryFolder();
  let stand = lasting ?? [randomBytes(32).toString('base64url')];

  function tryFolder(): readonly string[] | null {
    try {
      return [readOrMakeStandSecret(dataDir)];
    } catch (error) {
      onMissing(error instanceof Error ? error.message : String(error));
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
    reload() {
      if (lasting) return;
      lasting = tryFolder();
      // Addresses that are in use stay valid.
      if (lasting) stand = [...lasting, ...stand];
    },
  };
}
