import {
  type Kept,
  type LogEntry,
  logEntrySchema,
  RECORD_SCHEMAS,
  type RecordChange,
  type RecordKind,
  type RecordOf,
  type Records,
} from '../../src/domain/editing/records.ts';
import { StorageFailure } from '../../src/domain/storage-failure.ts';

/** Records of a test, that can be out of reach for a while. */
export interface MemoryRecords extends Records {
  /** From now on everything fails as storage that is gone does, or works again. */
  setReachable(isReachable: boolean): void;
}

/** Keeps what `/beheer` needs in memory, as strict as the port says: for what builds on it, not for what tests a storage. */
export function createMemoryRecords(): MemoryRecords {
  const kept = new Map<RecordKind, Map<string, Kept<unknown>>>();
  const log: LogEntry[] = [];
  const listeners = new Set<() => void>();
  let isReachable = true;

  function check(): void {
    if (!isReachable) throw new StorageFailure('De opslag van deze proef is weg.');
  }

  const getKind = (kind: RecordKind) => kept.get(kind) ?? new Map<string, Kept<unknown>>();
  const read = <K extends RecordKind>(kind: K, id: string) =>
    (structuredClone(getKind(kind).get(id)) as Kept<RecordOf<K>> | undefined) ?? null;

  function write({ kind, id, revision, value }: RecordChange): void {
    const records = getKind(kind);
    if (value === null) records.delete(id);
    else records.set(id, { id, revision: revision + 1, value: structuredClone(value) });
    kept.set(kind, records);
  }

  return {
    setReachable(reachable) {
      isReachable = reachable;
    },
    async read(kind, id) {
      check();
      return read(kind, id);
    },
    async list(kind) {
      check();
      return [...getKind(kind).keys()].sort().flatMap((id) => read(kind, id) ?? []);
    },
    async commit(changes, lines = []) {
      check();
      for (const { kind, value } of changes) if (value !== null) RECORD_SCHEMAS[kind].parse(value);
      for (const line of lines) logEntrySchema.parse(line);
      const keys = changes.map(({ kind, id }) => `${kind} ${id}`);
      if (new Set(keys).size !== keys.length) throw new Error('A record is written twice in one commit.');
      const isStale = ({ kind, id, revision }: RecordChange) =>
        (getKind(kind).get(id)?.revision ?? 0) !== revision;
      if (changes.some(isStale)) return 'conflict';
      for (const change of changes) write(change);
      log.push(...structuredClone(lines));
      if (changes.some(({ kind }) => kind === 'versie'))
        setImmediate(() => {
          for (const listener of listeners) listener();
        });
      return 'ok';
    },
    async readLog(limit, skip = 0) {
      check();
      return structuredClone(log.toReversed().slice(skip, skip + limit));
    },
    async findLiveVersion() {
      check();
      return Math.max(0, ...[...getKind('versie').keys()].map(Number));
    },
    onVersion(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
