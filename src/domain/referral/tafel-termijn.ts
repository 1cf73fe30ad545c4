import type { Overlegtafel } from '../model/overlegtafel.ts';
import { findUiterlijk, isTeLaat } from './termijn.ts';
import type { Verwijzing } from './verwijzing.ts';

/** The last day to hand in a case for a meeting; calendar dates, YYYY-MM-DD. */
export interface Termijn {
  readonly overlegdatum: string;
  readonly uiterlijk: string;
  readonly teLaat: boolean;
}

/** The deadline of a table for the meeting that was filled in; null without a deadline or a date. */
export function findTermijn(
  { termijn }: Overlegtafel,
  verwijzing: Verwijzing,
  vandaag: string,
): Termijn | null {
  const overlegdatum = verwijzing.get('overlegdatum');
  if (!overlegdatum || !termijn?.dagenVoorOverleg) return null;
  const uiterlijk = findUiterlijk(overlegdatum, termijn.dagenVoorOverleg);
  return { overlegdatum, uiterlijk, teLaat: isTeLaat(uiterlijk, vandaag) };
}
