import { findAdres } from './find-adres.ts';
import { findBsn } from './find-bsn.ts';
import { findEMail } from './find-e-mail.ts';
import { findGeboortedatum } from './find-geboortedatum.ts';
import { findKenteken } from './find-kenteken.ts';
import { findNaam } from './find-naam.ts';
import { findTelefoon } from './find-telefoon.ts';
import { normalizeText } from './normalize-text.ts';
import { maskPlekken, type Plek } from './plek.ts';

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
