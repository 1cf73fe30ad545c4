import type { Correction } from '../domain/corrections/corrections.ts';
import type { OutgoingMail } from '../domain/sending/outgoing-mail.ts';
import type { CountsPerWeek } from '../domain/statistics/counts.ts';
import type { KeptAnswers } from '../domain/table-answers/table-answers.ts';

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
}

/** Whether nothing is kept that a visitor or a sender left. A secret may be there: a server makes one at its first start. */
export function isEmpty({ volgende, weken, zendingen, verzegeld, tafels }: Contents): boolean {
  const { antwoorden, tellingen, ruimte } = tafels;
  const answers = antwoorden.length + tellingen.length + Object.keys(ruimte).length;
  return volgende === 1 && Object.keys(weken).length + zendingen.length + verzegeld.size + answers === 0;
}
