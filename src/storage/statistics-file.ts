import type { Low } from 'lowdb';
import { z } from 'zod';
import { addEvent, countsPerWeekSchema, toIsoWeek } from '../domain/statistics/counts.ts';
import type { Statistics } from '../domain/statistics/statistics.ts';
import { type StoreFile, VERSIE } from './create-json-file.ts';

const schema = z.strictObject({ versie: z.literal(VERSIE), weken: countsPerWeekSchema });
type TellingenBestand = z.infer<typeof schema>;

/** The file with the counts. What is there before the first count is made anew each time, since counting changes it. */
export const tellingenFile: StoreFile<TellingenBestand> = {
  naam: 'tellingen.json',
  schema,
  leeg: () => ({ versie: VERSIE, weken: {} }),
};

const UUR = 60 * 60 * 1000;

interface Opties {
  readonly low: Low<TellingenBestand>;
  readonly now: () => Date;
  /** How long counts wait to be written together, in milliseconds: so much is lost when the process is killed. */
  readonly wachttijd: number;
  /** Told once when writing fails, until it succeeds again; the counts stay in memory and are tried again. */
  readonly onFout: (fout: unknown) => void;
}

/** Counts in memory, and writes what was counted every now and then. */
export function createTellingen({
  low,
  now,
  wachttijd,
  onFout,
}: Opties): Statistics & { flush(): Promise<void> } {
  let wekker: NodeJS.Timeout | null = null;
  let veranderd = false;
  let bezig: Promise<void> = Promise.resolve();
  let gemeld = false;

  function plan(): void {
    wekker ??= setTimeout(() => void flush(), wachttijd).unref();
  }

  async function write(): Promise<void> {
    if (!veranderd) return;
    // What is counted from here on may miss this write, and asks for the next one.
    veranderd = false;
    try {
      await low.write();
      gemeld = false;
    } catch (error) {
      veranderd = true;
      if (!gemeld) onFout(error);
      gemeld = true;
      plan();
    }
  }

  function flush(): Promise<void> {
    if (wekker) clearTimeout(wekker);
    wekker = null;
    bezig = bezig.then(write);
    return bezig;
  }

  /** A week begins on the hour, so it is worked out once an hour. */
  let week = { uur: Number.NaN, naam: '' };
  function findWeek(): string {
    const moment = now();
    const uur = Math.floor(moment.getTime() / UUR);
    if (uur !== week.uur) week = { uur, naam: toIsoWeek(moment) };
    return week.naam;
  }

  return {
    tel(gebeurtenis) {
      addEvent(low.data.weken, findWeek(), gebeurtenis);
      veranderd = true;
      plan();
    },
    perWeek: async () => low.data.weken,
    flush,
  };
}
