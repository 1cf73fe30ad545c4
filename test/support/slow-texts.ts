/** Texts that make a careless pattern slow: long runs, runs that nearly match, and starts without an end. */
export const FAMILIES: readonly [naam: string, piece: string, end?: string][] = [
  ['letters', 'a'],
  ['hoofdletters', 'A'],
  ['cijfers', '1'],
  ['spaties', ' ', 'x'],
  ['regeleinden', '\n', 'x'],
  ['spaties en regeleinden', ' \n', 'x'],
  ['apenstaarten', 'a@'],
  ['bijna een e-mailadres', 'a.', '@'],
  ['een half domein', '@a.a-'],
  ['datums', '12-03-1985 '],
  ['halve datums', '1-1-19'],
  ['telefoonnummers', '06 1-2.'],
  ['landnummers', '+31 (0'],
  ['bsn', 'bsn 1'],
  ['bijna een bsn', '123-456-'],
  ['straten', 'Kerkstraat 12 7511 '],
  ['titels', 'mevrouw De van '],
  ['initialen', 'A.'],
  ['kentekens', 'AB-12-'],
  ['koppeltekens', 'a-'],
  ['accenten', 'e\u0301'],
  ['emoji', '😀'],
  ['aanhalingstekens', '\'"'],
  ['html', '<a href="&quot;'],
  ['haakjes', '({[<'],
  ['onzichtbaar', '\u200b'],
  ['bijna een iban', 'NL44 WEGW 0'],
  ['halve parketnummers', '08/123456-'],
  ['cliëntnummers', 'cliëntnr bij a '],
  ['geboren', 'geb. dat '],
];

/** A text of that length: the piece again and again, and then the end. */
export function repeatTo(piece: string, end: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length - end.length) + end;
}
