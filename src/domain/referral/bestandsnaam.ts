/** The name of a file of a referral to a table, such as `verwijzing-topx.pdf`; `code` tells two of them apart. */
export function toBestandsnaam(tafel: string, soort: string, code?: string): string {
  // Letters, digits and hyphens only: a casuscode may have dots and slashes too.
  const achter = code === undefined ? '' : `-${code.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
  return `verwijzing-${tafel}${achter}.${soort}`;
}
