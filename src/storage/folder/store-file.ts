import { join } from 'node:path';
import { Low } from 'lowdb';
import type { z } from 'zod';
import { createJsonFile, readJsonFile } from './create-json-file.ts';

/** A file of the store: its name in the data folder, its form, and what is there before the first entry. */
export interface StoreFile<T> {
  readonly naam: string;
  readonly schema: z.ZodType<T>;
  readonly leeg: () => T;
}

/** Reads a file beside whoever writes it. @throws StorageFailure when it cannot be read or is not whole. */
export async function readStoreFile<T>(dataDir: string, { naam, schema, leeg }: StoreFile<T>): Promise<T> {
  return (await readJsonFile(join(dataDir, naam), schema)) ?? leeg();
}

/**
 * Opens a file to write it. `check` runs before each write and stops it by throwing.
 * @throws StorageFailure when the file is broken, unreadable or of a newer version.
 */
export async function openStoreFile<T>(
  dataDir: string,
  { naam, schema, leeg }: StoreFile<T>,
  check: () => void,
): Promise<Low<T>> {
  const low = new Low<T>(createJsonFile(join(dataDir, naam), schema, check), leeg());
  await low.read();
  return low;
}

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
