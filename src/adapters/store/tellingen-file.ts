import type { Low } from 'lowdb';
import { z } from 'zod';
import { tellingenPerWeekSchema } from '../../domain/model/telling.ts';
import type { Tellingen } from '../../domain/ports/tellingen.ts';
import { addGebeurtenis } from '../../domain/statistics/add-gebeurtenis.ts';
import { toIsoWeek } from '../../domain/statistics/iso-week.ts';
import { VERSIE } from './read-json-file.ts';

/** The name of the file with the counts. */
export const TELLINGEN_BESTAND = 'tellingen.json';

/** The file with the counts. */
export const tellingenBestandSchema = z.strictObject({
  versie: z.literal(VERSIE),
  weken: tellingenPerWeekSchema,
});
export type TellingenBestand = z.infer<typeof tellingenBestandSchema>;

/** What is there before the first count. */
export const LEGE_TELLINGEN: TellingenBestand = { versie: VERSIE, weken: {} };

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
}: Opties): Tellingen & { flush(): Promise<void> } {
  let wekker: NodeJS.Timeout | null = null;
  let geschreven = low.data;
  let bezig: Promise<void> = Promise.resolve();
  let gemeld = false;

  function plan(): void {
    wekker ??= setTimeout(() => void flush(), wachttijd).unref();
  }

  async function write(): Promise<void> {
    const { data } = low;
    if (data === geschreven) return;
    try {
      await low.write();
      geschreven = data;
      gemeld = false;
    } catch (error) {
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

  return {
    tel(gebeurtenis) {
      low.data = { ...low.data, weken: addGebeurtenis(low.data.weken, toIsoWeek(now()), gebeurtenis) };
      plan();
    },
    perWeek: () => low.data.weken,
    flush,
  };
}
