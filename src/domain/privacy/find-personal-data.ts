import { findAdres, findEMail } from './find-address.ts';
import { findGeboortedatum } from './find-birth-date.ts';
import { findNaam } from './find-name.ts';
import { findBsn, findKenteken, findTelefoon } from './find-number.ts';
import { maskPlekken, type Plek } from './span.ts';

/** Something in a text that may be personal data: `tekst` stands from `begin` up to, not including, `eind`. */
export type Vondst = {
  soort: 'bsn' | 'geboortedatum' | 'e-mail' | 'telefoon' | 'adres' | 'naam' | 'kenteken';
  tekst: string;
  begin: number;
  eind: number;
  ernst: 'weigeren' | 'waarschuwen';
};

type Finder = Pick<Vondst, 'soort' | 'ernst'> & { find: (text: string) => Plek[] };

// The surest comes first: what one finds, the next no longer sees.
const FINDERS: readonly Finder[] = [
  { soort: 'bsn', ernst: 'weigeren', find: findBsn },
  { soort: 'e-mail', ernst: 'waarschuwen', find: findEMail },
  { soort: 'telefoon', ernst: 'waarschuwen', find: findTelefoon },
  { soort: 'kenteken', ernst: 'waarschuwen', find: findKenteken },
  { soort: 'geboortedatum', ernst: 'waarschuwen', find: findGeboortedatum },
  { soort: 'adres', ernst: 'waarschuwen', find: findAdres },
  { soort: 'naam', ernst: 'waarschuwen', find: findNaam },
];

/** Finds what may be personal data in a Dutch text, sorted by place and without overlap, in time linear in its length. */
export function findPersonalData(text: string): Vondst[] {
  const vondsten: Vondst[] = [];
  let rest = normalizeText(text);
  for (const { soort, ernst, find } of FINDERS) {
    const plekken = find(rest);
    for (const { begin, eind } of plekken) {
      vondsten.push({ soort, tekst: text.slice(begin, eind), begin, eind, ernst });
    }
    rest = maskPlekken(rest, plekken);
  }
  return vondsten.sort((a, b) => a.begin - b.begin);
}

/** Replaces typographic spaces, dashes and apostrophes by their plain forms, one for one, so that offsets stay right. */
function normalizeText(text: string): string {
  return text
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'");
}

const WHAT: Record<Vondst['soort'], { een: string; haalWeg: string }> = {
  bsn: { een: 'een burgerservicenummer (BSN)', haalWeg: 'het nummer' },
  geboortedatum: { een: 'een geboortedatum', haalWeg: 'de datum' },
  'e-mail': { een: 'een e-mailadres', haalWeg: 'het adres' },
  telefoon: { een: 'een telefoonnummer', haalWeg: 'het nummer' },
  adres: { een: 'een adres', haalWeg: 'het adres' },
  naam: { een: 'een naam', haalWeg: 'de naam' },
  kenteken: { een: 'een kenteken', haalWeg: 'het kenteken' },
};
const MAX_QUOTE = 60;

/** Says in Dutch what was found, in which field and where, and what the user can do; a BSN itself is not repeated. */
export function describeVondst(vondst: Vondst, veldNaam: string): string {
  const { een, haalWeg } = WHAT[vondst.soort];
  const place = `teken ${vondst.begin + 1} tot en met ${vondst.eind}`;
  if (vondst.ernst === 'weigeren') {
    return `In het veld ‘${veldNaam}’ staat ${een}: ${place}. Haal ${haalWeg} weg, dan kunt u verder.`;
  }
  return (
    `In het veld ‘${veldNaam}’ staat misschien ${een}: ‘${quote(vondst.tekst)}’ (${place}). ` +
    `Haal ${haalWeg} weg, of bevestig dat dit geen persoonsgegeven van de cliënt is.`
  );
}

function quote(tekst: string): string {
  const line = tekst.replace(/\s{1,9}/g, ' ');
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE - 1)}…` : line;
}
