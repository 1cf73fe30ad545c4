/** A text as it may stand between the tags of XML. */
export function escapeXml(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
