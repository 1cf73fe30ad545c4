import type { PaperDocument } from '../../domain/referral/paper-document.ts';

/** In letters: about 20 pages, of which nobody will read more at an overlegtafel. */
const BUDGET = 80_000;
/** What a line break counts for: about a line. */
const LINE = 80;
/** What a character counts for that may not be in the font: it takes a search for the nearest one, or becomes "[?]". */
const SPECIAL = 3;
/** No text is cut shorter than this, however many there are. */
const AT_LEAST = 400;
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

/** Cuts the longest texts of a document until all of it is about 20 pages; most documents stay as they are. */
export function shortenDocument(document: PaperDocument, budget = BUDGET): PaperDocument {
  const costs: number[] = [];
  mapTexts(document.secties, (text) => {
    costs.push(measureCost(text));
    return text;
  });
  const share = Math.max(AT_LEAST, findShare(costs, budget));
  const { ingekort } = document.words;
  return { ...document, secties: mapTexts(document.secties, (text) => cutText(text, share, ingekort)) };
}

/** The most that a text may cost, so that all that cost less stay whole and the rest shares alike. */
function findShare(costs: readonly number[], budget: number): number {
  let left = budget;
  for (const [index, cost] of costs.toSorted((a, b) => a - b).entries()) {
    const share = left / (costs.length - index);
    if (cost > share) return share;
    left -= cost;
  }
  return Number.POSITIVE_INFINITY;
}

function measureCost(text: string): number {
  const lines = text.split(LINE_BREAK);
  return lines.reduce((sum, line) => sum + measureLine(line), LINE * (lines.length - 1));
}

function measureLine(line: string): number {
  let cost = 0;
  for (let place = 0; place < line.length; place += 1) cost += costAt(line, place);
  return cost;
}

function costAt(line: string, place: number): number {
  return isPlain(line.charCodeAt(place)) ? 1 : SPECIAL;
}

/** Whether a character is in every font: the letters of western languages, and what Word makes of quotes and dashes. */
function isPlain(code: number): boolean {
  return code < 0x180 || (code >= 0x2010 && code <= 0x2026) || code === 0x20ac;
}

/** As much of the line, from its begin, as may cost so much. */
function cutLine(line: string, cost: number): string {
  let left = cost;
  for (let place = 0; place < line.length; place += 1) {
    left -= costAt(line, place);
    if (left < 0) return line.slice(0, place);
  }
  return line;
}

function cutText(text: string, share: number, mark: string): string {
  if (measureCost(text) <= share) return text;
  const lines: string[] = [];
  let left = share;
  for (const line of text.split(LINE_BREAK)) {
    lines.push(cutLine(line, left));
    left -= measureLine(line) + LINE;
    if (left <= 0) break;
  }
  // A word, or a character of two halves, that was cut through goes as a whole.
  return `${lines
    .join('\n')
    .replace(/\S{0,40}$/u, '')
    .trimEnd()} … [${mark}]`;
}

/** A value of the same shape, with each text in it changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) as T;
}
