/** One finding about the content: which file, where in it (a path such as `criteria.2.bron`), and what to do. */
export interface Bevinding {
  readonly bestand: string;
  readonly plaats: string;
  readonly melding: string;
}

/** The file with the questions. */
export const VRAGEN_BESTAND = 'rules/vragen.json';

/** The file with the rules of a table. */
export function toRegelBestand(tafel: string): string {
  return `rules/${tafel}.json`;
}

/** The file with what the source says of a table. */
export function toTafelBestand(tafel: string): string {
  return `tables/overlegtafels/${tafel}.json`;
}

/** Thrown at start when the content has faults; the message lists all of them. */
export class ContentFout extends Error {
  readonly fouten: readonly Bevinding[];

  constructor(fouten: readonly Bevinding[]) {
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
