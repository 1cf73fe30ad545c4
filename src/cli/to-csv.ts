/** So that Excel reads é and ë. */
const BOM = '\ufeff';
/** What Dutch Excel expects. */
const SCHEIDING = ';';

/**
 * Rows as CSV (RFC 4180 but with semicolons, as a Dutch Excel wants), every field in quotes.
 * Text that a spreadsheet could take for a formula gets an apostrophe before it.
 */
export function toCsv(rijen: readonly (readonly string[])[]): string {
  const regels = rijen.map((rij) =>
    rij.map((veld) => `"${defuse(veld).replaceAll('"', '""')}"`).join(SCHEIDING),
  );
  return `${BOM}${regels.map((regel) => `${regel}\r\n`).join('')}`;
}

/** Also after a separator or line end inside the text: a program that splits there would see a new field. */
function defuse(veld: string): string {
  return veld.replaceAll(/(^|[,;|\t\r\n])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
}
