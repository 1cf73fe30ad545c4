import { onTestFinished } from 'vitest';
import type { NewCorrection } from '../../src/domain/model/correction.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';

/** The moment at which these tests take place. */
export const NU = new Date('2026-11-21T09:00:00Z');

/** A report as a visitor sends it. */
export const NIEUWE_MELDING: NewCorrection = {
  pagina: '/overlegtafels/topx',
  veld: 'E-mailadres',
  watMoetHetZijn: 'Het adres is veranderd.',
  email: 'wijkcoach@example.nl',
};

/** The real store on a folder, closed after the test; faults outside a request go to `fouten`. */
export async function openTestStore(dataDir: string, fouten: unknown[] = []): Promise<Store> {
  const store = await openStore({ dataDir, now: () => NU, onFout: (fout) => fouten.push(fout) });
  onTestFinished(() => store.close());
  return store;
}
