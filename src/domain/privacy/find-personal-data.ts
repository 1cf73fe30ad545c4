import type { Say } from '../texts.ts';
import { findAddress, findEMail } from './find-address.ts';
import { findBirthDate } from './find-birth-date.ts';
import { findName } from './find-name.ts';
import { findBsn, findLicensePlate, findPhone } from './find-number.ts';
import {
  findClientnummer,
  findIban,
  findParketnummer,
  findPolisnummer,
  findVNummer,
} from './find-registration.ts';
import { countDigits, type Digits, maskSpans, type Span } from './span.ts';

/** Something in a text that may be personal data: `text` stands from `begin` up to, not including, `end`. */
export type PersonalFinding = {
  soort:
    | 'iban'
    | 'bsn'
    | 'parketnummer'
    | 'v-nummer'
    | 'clientnummer'
    | 'polisnummer'
    | 'e-mail'
    | 'telefoon'
    | 'kenteken'
    | 'geboortedatum'
    | 'adres'
    | 'naam';
  tekst: string;
  begin: number;
  end: number;
  severity: 'weigeren' | 'waarschuwen';
};

/**
 * With how many digits stand at least in what it finds, how many of them in a row with no more than separators between
 * them, and how the words begin after which it looks: a quick look, since most sentences have none.
 */
type Finder = Pick<PersonalFinding, 'soort' | 'severity'> &
  Partial<Digits> & { words?: RegExp; find: (text: string) => Span[] };

// The surest comes first: what one finds, the next no longer sees.
const FINDERS: readonly Finder[] = [
  { soort: 'iban', severity: 'waarschuwen', digits: 2, find: findIban },
  { soort: 'bsn', severity: 'weigeren', row: 8, find: findBsn },
  { soort: 'parketnummer', severity: 'waarschuwen', row: 10, find: findParketnummer },
  { soort: 'v-nummer', severity: 'waarschuwen', row: 8, find: findVNummer },
  { soort: 'clientnummer', severity: 'waarschuwen', row: 3, words: /cli|pati/i, find: findClientnummer },
  { soort: 'polisnummer', severity: 'waarschuwen', row: 3, words: /polis|verzeker/i, find: findPolisnummer },
  { soort: 'e-mail', severity: 'waarschuwen', find: findEMail },
  { soort: 'telefoon', severity: 'waarschuwen', row: 9, find: findPhone },
  { soort: 'kenteken', severity: 'waarschuwen', digits: 2, find: findLicensePlate },
  { soort: 'geboortedatum', severity: 'waarschuwen', digits: 3, find: findBirthDate },
  { soort: 'adres', severity: 'waarschuwen', digits: 1, find: findAddress },
  { soort: 'naam', severity: 'waarschuwen', find: findName },
];

/** Finds what may be personal data in a Dutch text, sorted by place and without overlap, in time linear in its length. */
export function findPersonalData(text: string): PersonalFinding[] {
  const findings: PersonalFinding[] = [];
  const present = countDigits(text);
  let rest = normalizeText(text);
  for (const { soort, severity, find, words, digits = 0, row = 0 } of FINDERS) {
    if (digits > present.digits || row > present.row || words?.test(text) === false) continue;
    const spans = find(rest);
    if (spans.length === 0) continue;
    for (const { begin, end } of spans) {
      findings.push({ soort, tekst: text.slice(begin, end), begin, end, severity });
    }
    rest = maskSpans(rest, spans);
  }
  return findings.sort((a, b) => a.begin - b.begin);
}

/** What most texts have nothing of. */
const TYPOGRAPHIC =
  /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2018\u2019\u201b\u02bc\u00b4`]/;

/** Replaces typographic spaces, dashes and apostrophes by their plain forms, one for one, so that offsets stay right. */
function normalizeText(text: string): string {
  if (!TYPOGRAPHIC.test(text)) return text;
  return text
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'");
}

const MAX_QUOTE = 60;

/** Says in Dutch what was found, in which field and where, and what the user can do; a BSN itself is not repeated. */
export function describeFinding(
  say: Say,
  { soort, severity, tekst, begin, end }: PersonalFinding,
  veld: string,
): string {
  const plaats = say('persoonsgegeven.plaats', { begin: begin + 1, einde: end });
  const given = {
    veld,
    wat: say(`persoonsgegeven.${soort}`),
    weg: say(`persoonsgegeven.${soort}-weg`),
    plaats,
  };
  return severity === 'weigeren'
    ? say('persoonsgegeven.weigeren', given)
    : say('persoonsgegeven.waarschuwen', { ...given, tekst: quote(tekst) });
}

function quote(tekst: string): string {
  const line = tekst.replace(/\s{1,9}/g, ' ');
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE - 1)}…` : line;
}
