/** Replaces typographic spaces, dashes and apostrophes by their plain forms, one for one, so that offsets stay right. */
export function normalizeText(text: string): string {
  return text
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'");
}
