import { MONTH } from './find-birth-date.ts';
import { isKnownWord } from './known-words.ts';
import { isNameParticle } from './read-name.ts';
import { maskSpans, type Span, sortSpans } from './span.ts';

// "1200 mg", "1500 op de rekening" and "in 2026 is" hold no postcode in lower case.
const WORD_OR_UNIT =
  'al cm ct de eh en er ex eu ha ik in is ja je kg km ll mb mg ml mm na nu of om op pj pm pp pw st te tm uu uw we wk ze zo';
const LOWER_CASE = String.raw`(?!(?:${WORD_OR_UNIT.replaceAll(' ', '|')})(?!\p{L}))[a-z]{2}`;
const POSTCODE = String.raw`[1-9]\d{3}(?: ?(?!S[ADS])[A-Z]{2}|${LOWER_CASE}|(?<!(?:19|20)\d\d) ${LOWER_CASE})(?![\p{L}\d])`;
const LOOSE_POSTCODE = new RegExp(String.raw`(?=[1-9]\d{3})(?<![\p{L}\d]|[\p{L}\d]-)${POSTCODE}`, 'gu');
// "in 2026 OM en politie" has a year and an abbreviation, not a postcode of Haarlem.
const YEAR_AND_ABBREVIATION = /^(?:19|20)\d\d (?:CO|EU|GZ|LV|OM|PI|TB|VG|VV|WB|ZM|ZN)$/;
const YEAR = /^(?:19|20)\d\d$/;

const UNIT = `jaar|jarige?|maand(?:en)?|week|weken|dag|dagen|uur|uren|min|minuten|keer|maal|x|km|meter|${MONTH}`;
const HOUSE_NUMBER = String.raw`(?<nummer>[1-9]\d{0,3})(?! ?(?:${UNIT})(?!\p{L}))(?:-?[A-Za-z]|-\d{1,4})?(?![\p{L}\d%]|[.,:/]\d)`;
const WORD_AND_NUMBER = new RegExp(
  String.raw`(?=\p{L})(?<![\p{L}\p{M}\d'-])(?<eerder>\p{Lu}[\p{L}\p{M}'-]{1,30}\.? )?(?<straat>\p{L}[\p{L}\p{M}'-]{1,40})(?:\.? {1,2}|\.)${HOUSE_NUMBER}(?<postcode>[,\s]{1,3}${POSTCODE})?`,
  'gu',
);

const STREET_IN_ANY_CASE = /.(?:straat|laan|plein|gracht|singel|steeg|plantsoen|dreef|str)$/iu;
// Without a capital these are often common words: onderweg, tijdpad, proefpark.
const STREET_WITH_CAPITAL =
  /^\p{Lu}.{0,40}(?:weg|dijk|hof|kade|pad|park|brink|allee|boulevard|esch|eres|ln|pl|wg|sngl)$/u;
const STREET_OF_TWO_WORDS =
  /^(?:straat|laan|plein|gracht|singel|steeg|plantsoen|dreef|weg|dijk|hof|kade|pad|park|brink|allee|boulevard|esch|es)$/iu;
// Laan van Driene, Weg naar de Bron; no Hof: Hof van Twente is a gemeente.
const STREET_OF_MORE = new RegExp(
  String.raw`(?=[LWPSD])(?<![\p{L}\p{M}\d'-])(?:Laan|Weg|Plein|Singel|Dijk) (?:van|naar) (?:(?:de|den|der|het|'t) )?\p{Lu}[\p{L}\p{M}'-]{1,40} ${HOUSE_NUMBER}(?:[,\s]{1,3}${POSTCODE})?`,
  'gu',
);
const NO_STREET = new Set(
  'snelweg autosnelweg omweg uitweg onderweg zorgpad tijdpad leerpad herstelpad groeipad stappenpad gerechtshof blokkade decade'.split(
    ' ',
  ),
);

// Only at a digit: the end of a street name before it, or a postcode. A quick look, since most numbers are of something else.
const MAY_BE_ADDRESS =
  /(?=[1-9])(?:(?<=(?:straat|laan|plein|gracht|singel|steeg|plantsoen|dreef|str|weg|dijk|hof|kade|pad|park|brink|allee|boulevard|esch|eres|es|ln|pl|wg|sngl)[. ]{1,3})|[1-9]\d{3} ?[a-z]{2})/i;

/** Finds addresses: a postcode, with the street and number before it, or a street name with a house number. */
export function findAddress(text: string): Span[] {
  const streets = [...text.matchAll(STREET_OF_MORE)]
    .filter(({ groups }) => !YEAR.test(groups?.nummer ?? ''))
    .map((match) => ({ begin: match.index, end: match.index + match[0].length }));
  if (!MAY_BE_ADDRESS.test(text)) return streets;
  for (const match of maskSpans(text, streets).matchAll(WORD_AND_NUMBER)) {
    const { eerder = '', straat = '', nummer = '', postcode } = match.groups ?? {};
    const words = countStreetWords(eerder.trim(), straat, postcode !== undefined);
    if (words === 0 || (postcode === undefined && YEAR.test(nummer))) continue;
    const begin = words === 2 ? match.index : match.index + eerder.length;
    streets.push({ begin, end: match.index + match[0].length });
  }
  const postcodes: Span[] = [];
  for (const match of maskSpans(text, sortSpans(streets)).matchAll(LOOSE_POSTCODE)) {
    if (YEAR_AND_ABBREVIATION.test(match[0])) continue;
    postcodes.push({ begin: match.index, end: match.index + match[0].length });
  }
  return sortSpans([...streets, ...postcodes]);
}

function countStreetWords(first: string, second: string, beforePostcode: boolean): 0 | 1 | 2 {
  const hasFirst = first !== '' && !isNameParticle(first.toLowerCase()) && !isKnownWord(first.toLowerCase());
  if (STREET_OF_TWO_WORDS.test(second)) return hasFirst ? 2 : beforePostcode ? 1 : 0;
  if (NO_STREET.has(second.toLowerCase())) return 0;
  if (STREET_IN_ANY_CASE.test(second) || STREET_WITH_CAPITAL.test(second)) return 1;
  if (!beforePostcode || !/^\p{Lu}/u.test(second)) return 0;
  return hasFirst ? 2 : 1;
}

// The name is read backwards from the @, which keeps the search linear in a long text without any @.
const E_MAIL = /(?=@)(?<=([\p{L}\d][\p{L}\d._%+'-]{0,63}))@([\p{L}\d][\p{L}\d.-]{1,250}[\p{L}\d])/gu;
const TOP_LEVEL_DOMAIN = /\.\p{L}{2}/u;

/** Finds e-mail addresses. */
export function findEMail(text: string): Span[] {
  if (!text.includes('@')) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(E_MAIL)) {
    const [whole, name = '', domain = ''] = match;
    if (!TOP_LEVEL_DOMAIN.test(domain)) continue;
    found.push({ begin: match.index - name.length, end: match.index + whole.length });
  }
  return sortSpans(found);
}
