import type { Meldingen } from '../../domain/ports/meldingen.ts';
import { OpslagFout } from '../../domain/ports/opslag-fout.ts';
import { listOpdrachten, refuseOpdracht, removeOpdracht, type WachtendeOpdracht } from './opdrachten.ts';

interface Opties {
  readonly dataDir: string;
  readonly meldingen: Meldingen;
  /** How often to look, in milliseconds. */
  readonly tussentijd: number;
  readonly onFout: (fout: unknown) => void;
}

/** Carries out what operators leave, one after the other, until it is stopped. */
export function watchOpdrachten({ dataDir, meldingen, tussentijd, onFout }: Opties): {
  stop(): Promise<void>;
} {
  let bezig: Promise<void> | null = null;
  let gemeld = false;

  async function carryOut(wachtende: WachtendeOpdracht): Promise<void> {
    const { pad, opdracht } = wachtende;
    if (opdracht && (await meldingen.verwerk(opdracht))) return removeOpdracht(wachtende);
    await refuseOpdracht(wachtende);
    onFout(
      new OpslagFout(
        `De opdracht in ${pad} kan niet worden uitgevoerd en is apart gezet als ${pad}.geweigerd.`,
      ),
    );
  }

  async function look(): Promise<void> {
    try {
      for (const wachtende of await listOpdrachten(dataDir)) await carryOut(wachtende);
      gemeld = false;
    } catch (error) {
      // It stays where it is and is tried again: doing it twice gives the same.
      if (!gemeld) onFout(error);
      gemeld = true;
    }
  }

  const wekker = setInterval(() => {
    bezig ??= look().finally(() => {
      bezig = null;
    });
  }, tussentijd).unref();

  return {
    stop: async () => {
      clearInterval(wekker);
      await bezig;
    },
  };
}
