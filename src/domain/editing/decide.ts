import { StorageFailure } from '../storage-failure.ts';
import type { LogEntry, RecordChange, Records } from './records.ts';

/** What is to be written, and what it comes to once it is. */
export interface Decision<T> {
  readonly changes: readonly RecordChange[];
  readonly log: readonly LogEntry[];
  readonly result: T;
}

/** Nothing to write, with what that comes to. */
export function decideNothing<T>(result: T): Decision<T> {
  return { changes: [], log: [], result };
}

/** What is written to: the records, or the desk beside a server, where a change may wait for that server. */
export interface Keeping extends Pick<Records, 'read' | 'list'> {
  commit(changes: readonly RecordChange[], log?: readonly LogEntry[]): Promise<'ok' | 'conflict' | 'wacht'>;
}

/** Far more than servers that write at the same moment need. */
const TURNS = 20;

/**
 * Writes what `decide` makes of what it reads, and has it decide anew when somebody else wrote any of that meanwhile. Nothing to
 * change writes nothing.
 * @throws StorageFailure when that does not end.
 */
export async function decideUntilKept<T>(
  records: Pick<Keeping, 'commit'>,
  decide: () => Promise<Decision<T>>,
): Promise<T> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { changes, log, result } = await decide();
    if (changes.length + log.length === 0 || (await records.commit(changes, log)) !== 'conflict')
      return result;
  }
  throw new StorageFailure(
    'Dit is niet bewaard: anderen schrijven er steeds tegelijk. Probeer het nog eens.',
  );
}
