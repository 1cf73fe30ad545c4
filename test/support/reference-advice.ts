import {
  type Antwoord,
  type Antwoorden,
  CRISISTEAM,
  CRITERIA,
  FEITEN,
  OVERLEGTAFELS,
  P10,
  REGIOTAFEL,
  SIGNAAL,
  SLAAT_LOKAAL_OVER,
  TAFELS,
  type Waarheid,
  WEGEN,
} from './domain-facts.ts';

/**
 * The decision of domain.md once more: plain, synchronous, and without a line of `src/`.
 * It is here to compare with, and fast enough to try thousands of completions.
 */
export interface Referentie {
  readonly uitkomst: string;
  readonly tafels: readonly string[];
  readonly voorzieningen: readonly string[];
  readonly daarna: readonly string[];
  readonly oordelen: Readonly<Record<string, string>>;
  readonly opened: ReadonlySet<string>;
  readonly geprobeerd: ReadonlySet<string>;
  readonly relevant: ReadonlySet<string>;
}

/** Whether an answer leaves the fact open: absent, or "I do not know". */
export function isOpen(antwoord: Antwoord | undefined): boolean {
  return (
    antwoord === undefined ||
    antwoord === 'weetNiet' ||
    (Array.isArray(antwoord) && antwoord[0] === 'weetNiet')
  );
}

/** The tables that are opened by the signals, and by a crisis. */
function findGeopend(antwoorden: Antwoorden): Set<string> {
  const signalen = antwoorden.signalen;
  if (isOpen(signalen)) return new Set(TAFELS);
  const geopend = new Set(TAFELS.filter((id) => signalen?.includes(SIGNAAL[id] ?? '')));
  if (geopend.has(REGIOTAFEL) && antwoorden.crisisNu === 'ja') geopend.add(CRISISTEAM);
  return geopend;
}

function findRelevant(antwoorden: Antwoorden, geopend: ReadonlySet<string>): Set<string> {
  const relevant = new Set<string>();
  for (const { feit, wanneer } of FEITEN) {
    if (wanneer === 'altijd') relevant.add(feit);
    else if ('feit' in wanneer) {
      if (antwoorden[wanneer.feit] === wanneer.is) relevant.add(feit);
    } else if (wanneer.some((id) => geopend.has(id))) relevant.add(feit);
  }
  return relevant;
}

/** Truth of the criterion of this table about this fact. */
export function toWaarheid(tafel: string, feit: string, antwoorden: Antwoorden): Waarheid {
  const antwoord = antwoorden[feit];
  if (isOpen(antwoord)) return 'onbekend';
  const goed = CRITERIA[tafel]?.find((criterium) => criterium.feit === feit)?.goed ?? [];
  const gekozen = typeof antwoord === 'string' ? [antwoord] : (antwoord ?? []);
  return gekozen.some((id) => goed.includes(id)) ? 'ja' : 'nee';
}

/** Truth of the rule of this table: one of its ways, all facts of that way. */
export function toTafelWaarheid(tafel: string, antwoorden: Antwoorden): Waarheid {
  let waarheid: Waarheid = 'nee';
  for (const weg of WEGEN[tafel] ?? []) {
    const waarheden = weg.map((feit) => toWaarheid(tafel, feit, antwoorden));
    if (waarheden.includes('nee')) continue;
    if (!waarheden.includes('onbekend')) return 'ja';
    waarheid = 'onbekend';
  }
  return waarheid;
}

const OORDEEL = { ja: 'voldoet', nee: 'voldoetNiet', onbekend: 'onvolledig' } as const;

/** What domain.md makes of these answers. */
export function toReferentie(gegeven: Antwoorden): Referentie {
  const geopend = findGeopend(gegeven);
  const relevant = findRelevant(gegeven, geopend);
  const eerder = relevant.has('eerderBesproken') ? gegeven.eerderBesproken : undefined;
  const geprobeerd = new Set(OVERLEGTAFELS.filter((id) => id !== CRISISTEAM && eerder?.includes(id)));
  const oordelen: Record<string, string> = {};
  for (const id of TAFELS) {
    oordelen[id] = geopend.has(id) ? OORDEEL[toTafelWaarheid(id, gegeven)] : 'nietNagegaan';
  }
  return { ...decide(gegeven, oordelen, geprobeerd), oordelen, opened: geopend, geprobeerd, relevant };
}

function decide(
  antwoorden: Antwoorden,
  oordelen: Readonly<Record<string, string>>,
  geprobeerd: ReadonlySet<string>,
): Pick<Referentie, 'uitkomst' | 'tafels' | 'voorzieningen' | 'daarna'> {
  const leeg = { tafels: [], voorzieningen: [], daarna: [] };
  if (antwoorden.acuutGevaar === 'ja') return { uitkomst: 'belNu', ...leeg };
  if (antwoorden.gemeente === 'buiten-twente') return { uitkomst: 'buitenTwente', ...leeg };
  const past = (id: string) => oordelen[id] === 'voldoet' && !geprobeerd.has(id);
  const passend = [CRISISTEAM, ...OVERLEGTAFELS.filter((id) => id !== CRISISTEAM)].filter(past);
  const nietBesproken = antwoorden.lokaalBesproken !== 'ja';
  const lokaalOpen = nietBesproken || antwoorden.lokaalVastgelopen === 'nee';
  const magNu = (id: string) => !lokaalOpen || SLAAT_LOKAAL_OVER.includes(id);
  const lijsten = {
    tafels: passend.filter(magNu),
    voorzieningen: past(P10) ? [P10] : [],
    daarna: passend.filter((id) => !magNu(id)),
  };
  const uitkomst = () => {
    if (lokaalOpen && lijsten.tafels.length === 0) return nietBesproken ? 'eerstLokaal' : 'lokaalVerder';
    if (lijsten.tafels.length > 0 || past(P10)) return 'aanmelden';
    const open = TAFELS.some((id) => oordelen[id] === 'onvolledig' && !geprobeerd.has(id));
    return open ? 'aanvullen' : 'geenTafel';
  };
  return { uitkomst: uitkomst(), ...lijsten };
}
