/** The page of a role: "U werkt bij een woningcorporatie: zo begint u". */
export function toStartpuntHref(rol: string): string {
  return `/u-werkt-bij/${rol}`;
}
