import type { Correction } from '../domain/corrections/corrections.ts';
import type { LogEntry } from '../domain/editing/records.ts';
import type { OutgoingMail } from '../domain/sending/outgoing-mail.ts';
import type { CountsPerWeek } from '../domain/statistics/counts.ts';
import type { KeptAnswers } from '../domain/table-answers/table-answers.ts';

/** A record as it is kept: the value as JSON, since content keeps the order of its keys. */
export interface KeptRecord {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  readonly json: string;
}

/** All that a storage keeps, to move it to another. */
export interface Contents {
  /** The number of the next report: no number is used twice. */
  readonly volgende: number;
  readonly meldingen: readonly Correction[];
  readonly weken: CountsPerWeek;
  readonly zendingen: readonly OutgoingMail[];
  /** What the mails say, sealed, by name. */
  readonly verzegeld: ReadonlyMap<string, Buffer>;
  /** The secret; null when it was never made, because the settings gave it. */
  readonly geheim: string | null;
  /** What tables answered, and what they told of their room. */
  readonly tafels: KeptAnswers;
  /** What `/beheer` keeps, by kind and then by id. */
  readonly records: readonly KeptRecord[];
  /** What was done there, oldest first. */
  readonly logboek: readonly LogEntry[];
}

/** Of that, what `/beheer` keeps. */
export type RecordContents = Pick<Contents, 'records' | 'logboek'>;

/** Whether nothing is kept that a visitor or a sender left. A secret may be there: a server makes one at its first start. */
export function isEmpty(contents: Contents): boolean {
  const { volgende, weken, zendingen, verzegeld, tafels, records, logboek } = contents;
  const { antwoorden, tellingen, ruimte } = tafels;
  const answers = antwoorden.length + tellingen.length + Object.keys(ruimte).length;
  const editing = records.length + logboek.length;
  return (
    volgende === 1 && Object.keys(weken).length + zendingen.length + verzegeld.size + answers + editing === 0
  );
}

/** By kind and then by id, as signs go. */
export function sortRecords(records: readonly KeptRecord[]): KeptRecord[] {
  const toKey = ({ kind, id }: KeptRecord) => `${kind} ${id}`;
  return records.toSorted((a, b) => (toKey(a) < toKey(b) ? -1 : 1));
}
