import type { Finding } from '../domain/editing/proof.ts';

/** A finding about the content: which file, where in it (a path such as `criteria.2.bron`), and what to do. */
export function toFinding(bestand: string, plaats: string, melding: string): Finding {
  return { bestand, plaats, melding };
}

/** Reports a finding, as `toFinding` makes it. */
export type Report = (bestand: string, plaats: string, melding: string) => void;

/** All that a check reports, in that order. */
export function collect(check: (report: Report) => void): Finding[] {
  const found: Finding[] = [];
  check((bestand, plaats, melding) => void found.push(toFinding(bestand, plaats, melding)));
  return found;
}

/** The file with the questions. */
export const VRAGEN_FILE = 'rules/vragen.json';

/** The file with the invented cases. */
export const VOORBEELDEN_FILE = 'tables/voorbeelden.json';

/** The file with the rules of a table. */
export function toRegelFile(tafel: string): string {
  return `rules/${tafel}.json`;
}

/** The file with what the source says of a table. */
export function toTafelFile(tafel: string): string {
  return `tables/overlegtafels/${tafel}.json`;
}

/** Thrown when content that must be whole has faults; the message lists all of them. */
export class ContentFault extends Error {
  readonly fouten: readonly Finding[];

  constructor(faults: readonly Finding[]) {
    super(`De inhoud heeft ${toList(faults, 'fout', 'fouten')}`);
    this.name = 'ContentFault';
    this.fouten = faults;
  }
}

/** The findings as text: how many, and each on a line of its own. */
export function toList(issues: readonly Finding[], een: string, more: string): string {
  const regels = issues.map((issue) => `- ${toRegel(issue)}`);
  return [`${issues.length} ${issues.length === 1 ? een : more}:`, ...regels].join('\n');
}

/** A finding in one line: file, place and what to do. */
export function toRegel({ bestand, plaats, melding }: Finding): string {
  return `${bestand}${plaats ? `, ${plaats}` : ''}: ${melding}`;
}
