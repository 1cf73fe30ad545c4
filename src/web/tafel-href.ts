/** The page of a table in the directory; the provision (mobiel P10-team) has an address of its own. */
export function toTafelHref(id: string, soort: 'overlegtafel' | 'voorziening'): string {
  return soort === 'overlegtafel' ? `/overlegtafels/${id}` : `/${id}`;
}
