import { isBsn } from '../privacy/find-number.ts';
import { describeFinding, type Finding, findPersonalData } from '../privacy/find-personal-data.ts';
import { isDate } from './termijn.ts';
import type { Veld } from './veld.ts';

/** What the user typed, per field name, trimmed, with LF line ends. A field that was left empty is not in it. */
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

/** A checked referral, or all that is wrong with it. */
export type VerwijzingResult =
  | { readonly waarde: Verwijzing; readonly waarschuwingen: readonly Warning[] }
  | { readonly fouten: readonly VeldFault[] };

/**
 * Checks what was typed, by field name; all faults come back at once, unknown fields among them. `confirmed` holds
 * the ids of findings of which the user says: this is no personal data of the client.
 */
export function parseVerwijzing(
  velden: readonly Veld[],
  given: Readonly<Record<string, unknown>>,
  confirmed: readonly string[] = [],
): VerwijzingResult {
  const known = new Set(velden.map(({ pad }) => pad));
  const certain = new Set(confirmed);
  const fouten: VeldFault[] = Object.keys(given)
    .filter((veld) => !known.has(veld))
    .map((veld) => ({ veld, melding: 'Dit veld bestaat niet bij deze tafel.' }));
  const waarschuwingen: Warning[] = [];
  const values = new Map<string, string>();
  for (const veld of velden) {
    const tekst = normalize(Object.hasOwn(given, veld.pad) ? given[veld.pad] : '');
    const findings = tekst !== null && tekst.length <= veld.max ? findPersonalData(tekst) : [];
    const melding = checkVeld(veld, tekst, findings);
    if (melding !== null) fouten.push({ veld: veld.pad, melding });
    else if (tekst) values.set(veld.pad, tekst);
    if (!veld.privacy) continue;
    waarschuwingen.push(...toWarnings(veld, findings, certain));
  }
  return fouten.length > 0 ? { fouten } : { waarde: values, waarschuwingen };
}

/** What is found twice in a field is one warning, and so many different ones are as good as all. */
function toWarnings(
  { pad, naam }: Veld,
  findings: readonly Finding[],
  confirmed: ReadonlySet<string>,
): Warning[] {
  const perId = new Map<string, Warning>();
  for (const finding of findings) {
    if (finding.severity !== 'waarschuwen') continue;
    const id = `${pad}:${finding.soort}:${finding.tekst}`;
    if (perId.has(id)) continue;
    perId.set(id, { id, veld: pad, tekst: describeFinding(finding, naam), bevestigd: confirmed.has(id) });
    if (perId.size === MAX_WARNINGS) break;
  }
  return [...perId.values()];
}

function checkVeld(
  { pad, naam, soort, opties, max }: Veld,
  tekst: string | null,
  findings: readonly Finding[],
): string | null {
  if (tekst === null) return `Vul bij "${naam}" gewone tekst in.`;
  if (tekst.length > max)
    return `Maak de tekst bij "${naam}" korter: hoogstens ${max} tekens. U hebt er nu ${tekst.length}.`;
  if (soort !== 'tekst' && tekst.includes('\n')) return `Zet de tekst bij "${naam}" op één regel.`;
  if (pad === 'casuscode') return checkCasuscode(tekst);
  if (tekst === '') return null;
  if (soort === 'keuze' && !opties?.some(({ id }) => id === tekst))
    return `Kies bij "${naam}" een van de antwoorden die er staan.`;
  if (soort === 'datum' && !isDate(tekst))
    return `Vul bij "${naam}" een datum in als jaar-maand-dag, zoals 2026-12-14.`;
  if (soort === 'getal' && !/^\d{1,5}$/.test(tekst)) return `Vul bij "${naam}" een heel getal in, zoals 20.`;
  const refused = findings.find(({ severity }) => severity === 'weigeren');
  return refused ? describeFinding(refused, naam) : null;
}

/** Line ends as LF and no blanks around it; null for what is no text, or has control characters or half characters in it. */
function normalize(waarde: unknown): string | null {
  if (typeof waarde !== 'string') return null;
  const tekst = waarde
    // Invisible characters and digits of another shape would hide a BSN from the check.
    .replaceAll(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll(/\p{Nd}/gu, (digit) => digit.normalize('NFKC'))
    // Word and the web have line ends of their own.
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .trim();
  return /[^\P{Cc}\n\t]|\p{Cs}/u.test(tekst) ? null : tekst;
}

/** Whether the message continues a deployment: the case is known then, so the team needs a code and new hours only. */
export function isVoortzetting(verwijzing: Verwijzing): boolean {
  return verwijzing.get('bericht') === 'voortzetting';
}

/** A code to try: the year of `now` and a number, without anything of the person in it. */
export function suggestCasuscode(now: Date): string {
  return `TW-${now.getUTCFullYear()}-001`;
}

/** Capitalised words that name no person. */
const PLAIN_WORDS = new Set(['casus', 'client', 'code', 'dossier', 'twente', 'zaak']);

/** What is wrong with a casuscode, in Dutch, or null. A code must not be, or look like, data of a person. */
export function checkCasuscode(code: string): string | null {
  if (code === '')
    return 'Vul een casuscode in. Bijvoorbeeld de letters van uw organisatie, het jaar en een volgnummer.';
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{1,29}$/.test(code)) {
    return 'Gebruik voor de casuscode 2 tot 30 letters, cijfers en streepjes, zonder spaties. Gebruik geen naam.';
  }
  if (hasBsn(code)) {
    return 'In deze casuscode staat iets dat lijkt op een burgerservicenummer (BSN). Gebruik een code die niets over de persoon zegt.';
  }
  if (/^(\d{1,2}[._/-]\d{1,2}[._/-](\d{2}|\d{4})|(19|20)\d{2}[._/-]\d{1,2}[._/-]\d{1,2})$/.test(code)) {
    return 'Deze casuscode lijkt op een (geboorte)datum. Gebruik een code die niets over de persoon zegt.';
  }
  if (/^[\d._/-]+$/.test(code) && code.replaceAll(/\D/g, '').length >= 8) {
    return 'Deze casuscode lijkt op een telefoonnummer of een ander persoonlijk nummer. Zet er letters bij, zoals TW-2026-001.';
  }
  if (!/\d/.test(code) || resemblesName(code)) {
    return 'Deze casuscode kan een naam zijn. Gebruik hoofdletters en ten minste één cijfer, zoals TW-2026-001.';
  }
  return null;
}

/** A run of 8 or 9 digits, or a code of digits and separators only, that can be a BSN. */
function hasBsn(code: string): boolean {
  const series = code.match(/\d+/g) ?? [];
  const whole = /^[\d._/-]+$/.test(code) ? [code.replaceAll(/\D/g, '')] : [];
  return [...series, ...whole].some((digits) => isBsn(digits));
}

/** A word such as "Jansen": a capital and then small letters. */
function resemblesName(code: string): boolean {
  return (code.match(/[A-Z][a-z]{2,}/g) ?? []).some((woord) => !PLAIN_WORDS.has(woord.toLowerCase()));
}
