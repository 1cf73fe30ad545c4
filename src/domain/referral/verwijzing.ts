import { z } from 'zod';
import { countCharacters } from '../model/text-length.ts';
import { mayHoldBsn } from '../privacy/find-number.ts';
import { describeFinding, findPersonalData, type PersonalFinding } from '../privacy/find-personal-data.ts';
import type { Say } from '../texts.ts';
import { checkCasuscode } from './casuscode.ts';
import { type DateOordeel, judgeDate } from './check-date.ts';
import type { Veld } from './veld.ts';

/** What the user typed, per field name, each line trimmed at its end, with LF line ends. A field that was left empty is not in it. */
export type Verwijzing = ReadonlyMap<string, string>;

/** A fault in one field, in Dutch, saying what to do. */
export interface VeldFault {
  readonly veld: string;
  readonly melding: string;
}

/** What looks like personal data of the client; `id` names it, so that the user can say that it is not. */
export interface Warning {
  readonly id: string;
  readonly veld: string;
  readonly tekst: string;
  readonly bevestigd: boolean;
}

/** How many warnings one field gives; without a limit, a text full of dates makes a page of 24 MB. */
const MAX_WARNINGS = 20;
/** Of a number; a larger one is no number of hours. */
const MAX_DIGITS = 5;

/** A checked referral, or all that is wrong with it. */
export type VerwijzingResult =
  | { readonly waarde: Verwijzing; readonly waarschuwingen: readonly Warning[] }
  | { readonly fouten: readonly VeldFault[] };

/**
 * Checks what was typed, by field name; all faults come back at once, unknown fields among them. `confirmed` holds
 * the ids of findings of which the user says: this is no personal data of the client; `today` is the date, YYYY-MM-DD.
 */
export function parseVerwijzing(
  say: Say,
  velden: readonly Veld[],
  given: Readonly<Record<string, unknown>>,
  confirmed: readonly string[],
  today: string,
): VerwijzingResult {
  const known = new Set(velden.map(({ pad }) => pad));
  const certain = new Set(confirmed);
  const fouten: VeldFault[] = Object.keys(given)
    .filter((veld) => !known.has(veld))
    .map((veld) => ({ veld, melding: say('veld.bestaat-niet') }));
  const waarschuwingen: Warning[] = [];
  const values = new Map<string, string>();
  for (const veld of velden) {
    const read = parseVeld(say, veld, Object.hasOwn(given, veld.pad) ? given[veld.pad] : '', today);
    if ('fout' in read) {
      fouten.push({ veld: veld.pad, melding: read.fout });
      continue;
    }
    if (read.tekst) values.set(veld.pad, read.tekst);
    if (veld.privacy) waarschuwingen.push(...toWarnings(say, veld, read.findings, certain));
  }
  if (fouten.length > 0) return { fouten };
  // Who agrees needs no ground against it: what was typed about that goes nowhere.
  const moot =
    values.get('geinformeerd') === 'akkoord' ? velden.filter((veld) => veld.zonderToestemming) : [];
  for (const { pad } of moot) values.delete(pad);
  return {
    waarde: values,
    waarschuwingen: waarschuwingen.filter(({ veld }) => !moot.some(({ pad }) => pad === veld)),
  };
}

/**
 * Checks one field; gives its text with what in it may be of the person, or what is wrong with it. What is not searched
 * for that holds no BSN all the same.
 */
export function parseVeld(
  say: Say,
  veld: Veld,
  given: unknown,
  today: string,
  isSearched = veld.privacy,
): { readonly tekst: string; readonly findings: readonly PersonalFinding[] } | { readonly fout: string } {
  const tekst = normalize(given);
  if (tekst === null) return { fout: say('veld.geen-tekst', { veld: veld.naam }) };
  const mayFind = countCharacters(tekst) <= veld.max && (isSearched || mayHoldBsn(tekst));
  const findings = mayFind ? findPersonalData(tekst) : [];
  const fout = checkVeld(say, veld, tekst, findings, today);
  return fout === null ? { tekst, findings } : { fout };
}

/** What is found twice in a field is one warning, and so many different ones are as good as all. */
function toWarnings(
  say: Say,
  { pad, naam }: Veld,
  findings: readonly PersonalFinding[],
  confirmed: ReadonlySet<string>,
): Warning[] {
  const perId = new Map<string, Warning>();
  for (const finding of findings) {
    if (finding.severity !== 'waarschuwen') continue;
    const id = `${pad}:${finding.soort}:${finding.tekst}`;
    if (perId.has(id)) continue;
    perId.set(id, {
      id,
      veld: pad,
      tekst: describeFinding(say, finding, naam),
      bevestigd: confirmed.has(id),
    });
    if (perId.size === MAX_WARNINGS) break;
  }
  return [...perId.values()];
}

function checkVeld(
  say: Say,
  veld: Veld,
  tekst: string,
  findings: readonly PersonalFinding[],
  today: string,
): string | null {
  const { pad, naam, soort, max } = veld;
  // What a field takes says more than how long that is: a date in words is not a date that is too long.
  const unfit = tekst === '' ? null : checkKind(say, veld, tekst, today);
  if (unfit !== null) return unfit;
  const aantal = countCharacters(tekst);
  if (aantal > max) return say('veld.te-lang', { veld: naam, hoogstens: max, aantal });
  if (soort !== 'tekst' && tekst.includes('\n')) return say('veld.een-regel', { veld: naam });
  if (pad === 'casuscode') {
    const fault = checkCasuscode(tekst);
    return fault && say(fault);
  }
  if (tekst === '') return null;
  if (soort === 'e-mail' && !z.email().safeParse(tekst).success) return say('veld.e-mail', { veld: naam });
  const refused = findings.find(({ severity }) => severity === 'weigeren');
  return refused ? describeFinding(say, refused, naam) : null;
}

/** What is wrong with a choice, a date or a number; null for what is none of these. */
function checkKind(
  say: Say,
  { naam, soort, dag, opties, max }: Veld,
  tekst: string,
  today: string,
): string | null {
  switch (soort) {
    case 'keuze':
      return opties?.some(({ id }) => id === tekst) ? null : say('veld.keuze', { veld: naam });
    case 'datum':
      return checkDate(say, naam, judgeDate(tekst, dag ?? 'feit', today));
    case 'getal': {
      const digits = Math.min(max, MAX_DIGITS);
      const fits = tekst.length <= digits && /^0*[1-9]\d*$/.test(tekst);
      return fits ? null : say('veld.getal', { veld: naam, hoogstens: '9'.repeat(digits) });
    }
    default:
      return null;
  }
}

function checkDate(say: Say, naam: string, oordeel: DateOordeel): string | null {
  switch (oordeel) {
    case 'geenDatum':
      return say('veld.datum', { veld: naam });
    case 'jaar':
      return say('veld.datum-jaar', { veld: naam });
    case 'toekomst':
      return say('veld.datum-toekomst', { veld: naam });
    default:
      return null;
  }
}

/** Without any of these nothing in a text changes but blanks: nearly every text, and quick to see. */
const UNUSUAL = /[^\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201d\u2026\u20ac]/;

/** Line ends as LF, and no blanks around it or at the end of a line; null for what is no text, or has control characters or half characters in it. */
export function normalize(waarde: unknown): string | null {
  if (typeof waarde !== 'string') return null;
  if (!UNUSUAL.test(waarde)) return trimLines(waarde);
  const tidied = waarde
    // Invisible characters and digits of another shape would hide a BSN from the check.
    .replaceAll(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll(/\p{Nd}/gu, (digit) => digit.normalize('NFKC'))
    // Word and the web have line ends of their own.
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  const tekst = trimLines(tidied);
  return /[^\P{Cc}\n\t]|\p{Cs}/u.test(tekst) ? null : tekst;
}

/** A line of "-- " makes mail programs read all that follows as a signature, and hide it. */
function trimLines(tekst: string): string {
  if (!tekst.includes('\n') || !/\s\n/.test(tekst)) return tekst.trim();
  return tekst
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
