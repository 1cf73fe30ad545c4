/** The longest text of each field, as its record keeps it. */
const MAX = { titel: 120, naam: 120, woorden: 2_000 } as const;

/** What is wrong with a text; `views/text/concepten.json` says it. */
type TextFault = `${keyof typeof MAX}-${'leeg' | 'lang'}`;

/**
 * Reads a text that must be there from the field `veld`, trimmed; `soort` says how long it may be. Line ends as we keep them:
 * browsers send two characters.
 */
export function checkText(
  form: URLSearchParams,
  soort: keyof typeof MAX,
  veld: string = soort,
): { readonly value: string; readonly fout: TextFault | null } {
  const value = readText(form, veld);
  if (value === '') return { value, fout: `${soort}-leeg` };
  return { value, fout: value.length > MAX[soort] ? `${soort}-lang` : null };
}

/** The same for a text that may be left out. */
export function checkWords(
  form: URLSearchParams,
  veld: string,
): { readonly value: string; readonly fout: TextFault | null } {
  const value = readText(form, veld);
  return { value, fout: value.length > MAX.woorden ? 'woorden-lang' : null };
}

function readText(form: URLSearchParams, veld: string): string {
  return (form.get(veld) ?? '').replaceAll('\r\n', '\n').trim();
}
