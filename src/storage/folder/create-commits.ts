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

interface Waiting<T> {
  /** Makes the change and says what to do when it is kept. */
  readonly apply: (data: T) => { readonly data: T; readonly kept: () => void };
  readonly fail: (error: unknown) => void;
}

/** Writes changes together: those that come in during one write of the file share the next one. */
export function createCommits<T>(low: Low<T>): Commits<T> {
  let vast = low.data;
  let waiting: Waiting<T>[] = [];
  let busy: Promise<void> | null = null;

  async function writeGroup(groep: readonly Waiting<T>[]): Promise<void> {
    let next = vast;
    const succeeded: { kept: () => void; fail: (error: unknown) => void }[] = [];
    for (const { apply, fail } of groep) {
      try {
        const { data, kept } = apply(next);
        next = data;
        succeeded.push({ kept, fail });
      } catch (error) {
        fail(error);
      }
    }
    try {
      if (next !== vast) {
        low.data = next;
        await low.write();
        vast = next;
      }
      for (const { kept } of succeeded) kept();
    } catch (error) {
      low.data = vast;
      for (const { fail } of succeeded) fail(error);
    }
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const groep = waiting;
      waiting = [];
      await writeGroup(groep);
    }
    busy = null;
  }

  return {
    get data() {
      return vast;
    },
    commit: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({
          apply: (data) => {
            const { data: fresh, result } = change(data);
            return { data: fresh, kept: () => resolve(result) };
          },
          fail: reject,
        });
        busy ??= writeAll();
      }),
    settle: async () => {
      await busy;
    },
  };
}
