import type { Low } from 'lowdb';

/** Changes to what is kept, each answered once it is safely on disk. */
export interface Commits<T> {
  /** What is safely on disk. */
  readonly data: T;
  /** Makes a change; a change that throws, or cannot be written, leaves everything as it was. */
  commit<R>(change: (data: T) => { readonly data: T; readonly result: R }): Promise<R>;
  /** Waits for the changes in progress. */
  settle(): Promise<void>;
}

interface Wachtende<T> {
  /** Makes the change and says what to do when it is kept. */
  readonly apply: (data: T) => { readonly data: T; readonly kept: () => void };
  readonly fail: (error: unknown) => void;
}

/** Writes changes together: those that come in during one write of the file share the next one. */
export function createCommits<T>(low: Low<T>): Commits<T> {
  let vast = low.data;
  let wachtenden: Wachtende<T>[] = [];
  let bezig: Promise<void> | null = null;

  async function writeGroup(groep: readonly Wachtende<T>[]): Promise<void> {
    let volgende = vast;
    const gelukt: { kept: () => void; fail: (error: unknown) => void }[] = [];
    for (const { apply, fail } of groep) {
      try {
        const { data, kept } = apply(volgende);
        volgende = data;
        gelukt.push({ kept, fail });
      } catch (error) {
        fail(error);
      }
    }
    try {
      if (volgende !== vast) {
        low.data = volgende;
        await low.write();
        vast = volgende;
      }
      for (const { kept } of gelukt) kept();
    } catch (error) {
      low.data = vast;
      for (const { fail } of gelukt) fail(error);
    }
  }

  async function writeAll(): Promise<void> {
    while (wachtenden.length > 0) {
      const groep = wachtenden;
      wachtenden = [];
      await writeGroup(groep);
    }
    bezig = null;
  }

  return {
    get data() {
      return vast;
    },
    commit: (change) =>
      new Promise((resolve, reject) => {
        wachtenden.push({
          apply: (data) => {
            const { data: nieuw, result: resultaat } = change(data);
            return { data: nieuw, kept: () => resolve(resultaat) };
          },
          fail: reject,
        });
        bezig ??= writeAll();
      }),
    settle: async () => {
      await bezig;
    },
  };
}
