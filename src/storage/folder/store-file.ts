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
  readonly change: (data: T) => { readonly data: T; readonly result: unknown };
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes changes together: those that come in during one write of the file share the next one. */
export function createCommits<T>(low: Low<T>): Commits<T> {
  let kept = low.data;
  let waiting: Waiting<T>[] = [];
  let busy: Promise<void> | null = null;

  async function writeGroup(group: readonly Waiting<T>[]): Promise<void> {
    let next = kept;
    const made: (Omit<Waiting<T>, 'change'> & { readonly result: unknown })[] = [];
    for (const { change, resolve, reject } of group) {
      try {
        const { data, result } = change(next);
        next = data;
        made.push({ resolve, reject, result });
      } catch (error) {
        reject(error);
      }
    }
    try {
      if (next !== kept) {
        low.data = next;
        await low.write();
        kept = next;
      }
      for (const { resolve, result } of made) resolve(result);
    } catch (error) {
      low.data = kept;
      for (const { reject } of made) reject(error);
    }
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await writeGroup(group);
    }
    busy = null;
  }

  return {
    get data() {
      return kept;
    },
    commit: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({ change, resolve: resolve as (result: unknown) => void, reject });
        busy ??= writeAll();
      }),
    async settle() {
      await busy;
    },
  };
}
