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
