import { describeVondst } from '../privacy/describe-vondst.ts';
import { findPersonalData, type Vondst } from '../privacy/find-personal-data.ts';
import { checkCasuscode } from './casuscode.ts';

/** The fields of a referral, in the order of the form. They live in the request alone and are never stored. */
export const VERWIJZING_VELDEN = [
  { naam: 'casuscode', label: 'Casuscode', verplicht: true, lang: false, max: 30, privacy: false },
  {
    naam: 'hulpvraag',
    label: 'Wat is de vraag aan de tafel?',
    verplicht: false,
    lang: true,
    max: 20_000,
    privacy: true,
  },
  {
    naam: 'eerderGedaan',
    label: 'Wat is er al gedaan, en met welk resultaat?',
    verplicht: false,
    lang: true,
    max: 20_000,
    privacy: true,
  },
  { naam: 'functie', label: 'Uw functie', verplicht: false, lang: false, max: 100, privacy: true },
  { naam: 'organisatie', label: 'Uw organisatie', verplicht: false, lang: false, max: 100, privacy: true },
] as const;

type VerwijzingVeld = (typeof VERWIJZING_VELDEN)[number]['naam'];
/** What the user typed, trimmed, with LF line ends; an empty text where nothing was typed. */
export type Verwijzing = Readonly<Record<VerwijzingVeld, string>>;

/** A fault in one field, in Dutch, saying what to do. */
export interface VeldFout {
  readonly veld: string;
  readonly melding: string;
}

/** A checked referral, with warnings about what looks like personal data of the client. */
export type VerwijzingResultaat =
  | { readonly waarde: Verwijzing; readonly waarschuwingen: readonly string[] }
  | { readonly fouten: readonly VeldFout[] };

/** Checks the fields of a referral; all faults come back at once. Unknown fields are faults too. */
export function parseVerwijzing(gegeven: Readonly<Record<string, unknown>>): VerwijzingResultaat {
  const bekend = new Set<string>(VERWIJZING_VELDEN.map(({ naam }) => naam));
  const fouten: VeldFout[] = Object.keys(gegeven)
    .filter((veld) => !bekend.has(veld))
    .map((veld) => ({ veld, melding: `Dit veld bestaat niet. De velden zijn: ${[...bekend].join(', ')}.` }));
  const waarschuwingen: string[] = [];
  const waarden = new Map<string, string>();
  for (const veld of VERWIJZING_VELDEN) {
    const tekst = normalize(gegeven[veld.naam] ?? '');
    const vondsten =
      veld.privacy && tekst !== null && tekst.length <= veld.max ? findPersonalData(tekst) : [];
    const melding = checkVeld(veld, tekst, vondsten);
    if (melding !== null) fouten.push({ veld: veld.naam, melding });
    waarschuwingen.push(
      ...vondsten
        .filter(({ ernst }) => ernst === 'waarschuwen')
        .map((vondst) => describeVondst(vondst, veld.label)),
    );
    waarden.set(veld.naam, tekst ?? '');
  }
  if (fouten.length > 0) return { fouten };
  return { waarde: Object.fromEntries(waarden) as Verwijzing, waarschuwingen };
}

function checkVeld(
  { naam, label, lang, max }: (typeof VERWIJZING_VELDEN)[number],
  tekst: string | null,
  vondsten: readonly Vondst[],
): string | null {
  if (tekst === null) return `Vul bij "${label}" gewone tekst in.`;
  if (tekst.length > max)
    return `Maak de tekst bij "${label}" korter: hoogstens ${max} tekens. U hebt er nu ${tekst.length}.`;
  if (!lang && tekst.includes('\n')) return `Zet de tekst bij "${label}" op één regel.`;
  const geweigerd = vondsten.find(({ ernst }) => ernst === 'weigeren');
  if (geweigerd) return describeVondst(geweigerd, label);
  return naam === 'casuscode' ? checkCasuscode(tekst) : null;
}

/** Line ends as LF and no blanks around it; null for what is no text or has control characters in it. */
function normalize(waarde: unknown): string | null {
  if (typeof waarde !== 'string') return null;
  const tekst = waarde.replaceAll(/\r\n?/g, '\n').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/.test(tekst) ? null : tekst;
}
