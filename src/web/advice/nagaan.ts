import { type Antwoorden, toGekozen } from '../../domain/model/antwoorden.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { SIGNALEN } from '../../domain/model/routing-facts.ts';

/** Where a table is looked into after all that was not: the address makes the new stand, so that an advice need not seal one for each. */
export function toNagaanPad(tafel: string): string {
  return `/advies/nagaan/${tafel}`;
}

/** The answers with the signal of this table as well; "none of these" makes way. */
export function addSignaal(antwoorden: Antwoorden, { regels: { signaal } }: Overlegtafel): Antwoorden {
  const gekozen = toGekozen(antwoorden[SIGNALEN]).filter((id) => id !== 'geen-van-deze' && id !== signaal);
  return { ...antwoorden, [SIGNALEN]: [...gekozen, signaal] };
}
