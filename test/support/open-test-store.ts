import { onTestFinished } from 'vitest';
import type { NewCorrection } from '../../src/domain/corrections/corrections.ts';
import { openFolder } from '../../src/storage/folder/folder-storage.ts';
import type { Store } from '../../src/storage/storage.ts';

/** The moment at which these tests take place. */
export const NOW = new Date('2026-11-21T09:00:00Z');

/** A report as a visitor sends it. */
export const NEW_CORRECTION: NewCorrection = {
  pagina: '/overlegtafels/topx',
  veld: 'E-mailadres',
  watMoetHetZijn: 'Het adres is veranderd.',
  email: 'wijkcoach@example.nl',
};

/** As many reports as are asked for, no two the same. */
export function toCorrections(count: number): NewCorrection[] {
  return Array.from({ length: count }, (_, nummer) => ({
    ...NEW_CORRECTION,
    watMoetHetZijn: `Het adres is veranderd, zegt ${nummer + 1}.`,
  }));
}

/** The real store on a folder, closed after the test; faults outside a request go to `faults`. */
export async function openTestStore(dataDir: string, faults: unknown[] = []): Promise<Store> {
  const store = await openFolder({ dataDir, now: () => NOW, onError: (fault) => faults.push(fault) });
  onTestFinished(() => store.close());
  return store;
}
