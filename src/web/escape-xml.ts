/** A text as it may stand in XML, HTML or an HTML-like label of Graphviz: between tags, or between double quotes. */
export function escapeXml(tekst: string): string {
  return tekst
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
