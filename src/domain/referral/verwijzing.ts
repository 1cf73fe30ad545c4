import { describeVondst } from '../privacy/describe-vondst.ts';
import { findPersonalData, type Vondst } from '../privacy/find-personal-data.ts';
import { checkCasuscode } from './casuscode.ts';
import { isDatum } from './termijn.ts';
import type { Veld } from './veld.ts';

/** What the user typed, per field name, trimmed, with LF line ends. A field that was left empty is not in it. */
export type Verwijzing = ReadonlyMap<string, string>;

/** A fault in one field, in Dutch, saying what to do. */
export interface VeldFout {
  readonly veld: string;
  readonly melding: string;
}

/** What looks like personal data of the client; `id` names it, so that the user can say that it is not. */
export interface Waarschuwing {
  readonly id: string;
  readonly veld: string;
  readonly tekst: string;
  readonly bevestigd: boolean;
}

/** A checked referral, or all that is wrong with it. */
export type VerwijzingResultaat =
  | { readonly waarde: Verwijzing; readonly waarschuwingen: readonly Waarschuwing[] }
  | { readonly fouten: readonly VeldFout[] };

/**
 * Checks what was typed, by field name; all faults come back at once, unknown fields among them. `bevestigd` holds
 * the ids of findings of which the user says: this is no personal data of the client.
 */
export function parseVerwijzing(
  velden: readonly Veld[],
  gegeven: Readonly<Record<string, unknown>>,
  bevestigd: readonly string[] = [],
): VerwijzingResultaat {
  const bekend = new Set(velden.map(({ pad }) => pad));
  const fouten: VeldFout[] = Object.keys(gegeven)
    .filter((veld) => !bekend.has(veld))
    .map((veld) => ({ veld, melding: 'Dit veld bestaat niet bij deze tafel.' }));
  const waarschuwingen: Waarschuwing[] = [];
  const waarden = new Map<string, string>();
  for (const veld of velden) {
    const tekst = normalize(Object.hasOwn(gegeven, veld.pad) ? gegeven[veld.pad] : '');
    const vondsten = tekst !== null && tekst.length <= veld.max ? findPersonalData(tekst) : [];
    const melding = checkVeld(veld, tekst, vondsten);
    if (melding !== null) fouten.push({ veld: veld.pad, melding });
    else if (tekst) waarden.set(veld.pad, tekst);
    if (!veld.privacy) continue;
    for (const vondst of vondsten.filter(({ ernst }) => ernst === 'waarschuwen')) {
      const id = `${veld.pad}:${vondst.soort}:${vondst.tekst}`;
      waarschuwingen.push({
        id,
        veld: veld.pad,
        tekst: describeVondst(vondst, veld.naam),
        bevestigd: bevestigd.includes(id),
      });
    }
  }
  return fouten.length > 0 ? { fouten } : { waarde: waarden, waarschuwingen };
}

function checkVeld(
  { pad, naam, soort, opties, max }: Veld,
  tekst: string | null,
  vondsten: readonly Vondst[],
): string | null {
  if (tekst === null) return `Vul bij "${naam}" gewone tekst in.`;
  if (tekst.length > max)
    return `Maak de tekst bij "${naam}" korter: hoogstens ${max} tekens. U hebt er nu ${tekst.length}.`;
  if (soort !== 'tekst' && tekst.includes('\n')) return `Zet de tekst bij "${naam}" op één regel.`;
  if (pad === 'casuscode') return checkCasuscode(tekst);
  if (tekst === '') return null;
  if (soort === 'keuze' && !opties?.some(({ id }) => id === tekst))
    return `Kies bij "${naam}" een van de antwoorden die er staan.`;
  if (soort === 'datum' && !isDatum(tekst))
    return `Vul bij "${naam}" een datum in als jaar-maand-dag, zoals 2026-12-14.`;
  if (soort === 'getal' && !/^\d{1,5}$/.test(tekst)) return `Vul bij "${naam}" een heel getal in, zoals 20.`;
  const geweigerd = vondsten.find(({ ernst }) => ernst === 'weigeren');
  return geweigerd ? describeVondst(geweigerd, naam) : null;
}

/** Line ends as LF and no blanks around it; null for what is no text or has control characters in it. */
function normalize(waarde: unknown): string | null {
  if (typeof waarde !== 'string') return null;
  const tekst = waarde
    // Invisible characters and digits of another shape would hide a BSN from the check.
    .replaceAll(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll(/\p{Nd}/gu, (cijfer) => cijfer.normalize('NFKC'))
    // Word and the web have line ends of their own.
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .trim();
  return /[^\P{Cc}\n\t]/u.test(tekst) ? null : tekst;
}
