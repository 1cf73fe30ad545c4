/** The file with the questions. */
export const VRAGEN = 'rules/vragen.json';

/** The files in which every address stands once. */
export const CONTACTEN = 'tables/contacten.json';
export const NOODNUMMERS = 'tables/noodnummers.json';

/** The file of the sources, of which the web pages age. */
export const BRONNEN = 'tables/bronnen.json';

/** The folder of the tables, one file each; their rules lie in `rules/` under the same name. */
export const TAFEL_FOLDER = 'tables/overlegtafels';

/** The file with what the source says of a table. */
export function toTafelFile(tafel: string): string {
  return `${TAFEL_FOLDER}/${tafel}.json`;
}
