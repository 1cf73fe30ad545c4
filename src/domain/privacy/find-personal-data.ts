import { findAdres } from './find-adres.ts';
import { findBsn } from './find-bsn.ts';
import { findGeboortedatum } from './find-geboortedatum.ts';
import { findKenteken } from './find-kenteken.ts';
import { findNaam } from './find-naam.ts';
import { findTelefoon } from './find-telefoon.ts';
import { maskPlekken, type Plek, sortPlekken } from './plek.ts';

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

// The name is read backwards from the @, which keeps the search linear in a long text without any @.
const ADDRESS = /(?=@)(?<=([\p{L}\d][\p{L}\d._%+'-]{0,63}))@([\p{L}\d][\p{L}\d.-]{1,250}[\p{L}\d])/gu;
const TOP_LEVEL_DOMAIN = /\.\p{L}{2}/u;

/** Finds e-mail addresses. */
function findEMail(text: string): Plek[] {
  const found: Plek[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const [whole, name = '', domain = ''] = match;
    if (!TOP_LEVEL_DOMAIN.test(domain)) continue;
    found.push({ begin: match.index - name.length, eind: match.index + whole.length });
  }
  return sortPlekken(found);
}
