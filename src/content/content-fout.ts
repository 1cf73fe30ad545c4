import type { Bevinding } from '../domain/checks/bevinding.ts';

/** One fault in the content: a finding that stops the start. */
export type Fout = Bevinding;

/** Thrown at start when the content has faults; the message lists all of them. */
export class ContentFout extends Error {
  readonly fouten: readonly Fout[];

  constructor(fouten: readonly Fout[]) {
    super(`De inhoud heeft ${toLijst(fouten, 'fout', 'fouten')}`);
    this.name = 'ContentFout';
    this.fouten = fouten;
  }
}

/** The findings as text: how many, and each on a line of its own. */
export function toLijst(bevindingen: readonly Bevinding[], een: string, meer: string): string {
  const regels = bevindingen.map((bevinding) => `- ${toRegel(bevinding)}`);
  return [`${bevindingen.length} ${bevindingen.length === 1 ? een : meer}:`, ...regels].join('\n');
}

/** A finding in one line: file, place and what to do. */
export function toRegel({ bestand, plaats, melding }: Bevinding): string {
  return `${bestand}${plaats ? `, ${plaats}` : ''}: ${melding}`;
}
