import type { CorrectionsDesk } from './corrections-desk.ts';
import type { RecordsDesk } from './records-desk.ts';
import type { Store } from './store.ts';

/** Where things are kept. All of it throws StorageFailure, in plain Dutch, when that cannot be used. */
export interface Storage {
  /** Opens it for this process. @throws FolderInUse when it is for one process and another has it. */
  open(): Promise<Store>;
  /** The secret that is kept there; made on first use. */
  readSecret(): Promise<string>;
  /** What is wrong with it, a sentence each; may run beside servers, and leaves everything as it was. */
  findFaults(): Promise<string[]>;
  /** The reports for an operator, beside servers. */
  openDesk(): CorrectionsDesk;
  /** What `/beheer` keeps, for an operator, beside servers. */
  openRecordsDesk(): Promise<RecordsDesk>;
}
