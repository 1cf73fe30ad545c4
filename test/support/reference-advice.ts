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
  type Truth,
  WAYS,
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
function findOpened(antwoorden: Antwoorden): Set<string> {
  const signalen = antwoorden.signalen;
  if (isOpen(signalen)) return new Set(TAFELS);
  const opened = new Set(TAFELS.filter((id) => signalen?.includes(SIGNAAL[id] ?? '')));
  if (opened.has(REGIOTAFEL) && antwoorden.crisisNu === 'ja') opened.add(CRISISTEAM);
  return opened;
}

function findRelevant(antwoorden: Antwoorden, opened: ReadonlySet<string>): Set<string> {
  const relevant = new Set<string>();
  for (const { feit, wanneer } of FEITEN) {
    if (wanneer === 'altijd') relevant.add(feit);
    else if ('feit' in wanneer) {
      if (antwoorden[wanneer.feit] === wanneer.is) relevant.add(feit);
    } else if (wanneer.some((id) => opened.has(id))) relevant.add(feit);
  }
  return relevant;
}

/** Truth of the criterion of this table about this fact. */
export function toTruth(tafel: string, feit: string, antwoorden: Antwoorden): Truth {
  const antwoord = antwoorden[feit];
  if (isOpen(antwoord)) return 'onbekend';
  const goed = CRITERIA[tafel]?.find((criterium) => criterium.feit === feit)?.goed ?? [];
  const chosen = typeof antwoord === 'string' ? [antwoord] : (antwoord ?? []);
  return chosen.some((id) => goed.includes(id)) ? 'ja' : 'nee';
}

/** Truth of the rule of this table: one of its ways, all facts of that way. */
export function toTafelTruth(tafel: string, antwoorden: Antwoorden): Truth {
  let truth: Truth = 'nee';
  for (const way of WAYS[tafel] ?? []) {
    const truths = way.map((feit) => toTruth(tafel, feit, antwoorden));
    if (truths.includes('nee')) continue;
    if (!truths.includes('onbekend')) return 'ja';
    truth = 'onbekend';
  }
  return truth;
}

const OORDEEL = { ja: 'voldoet', nee: 'voldoetNiet', onbekend: 'onvolledig' } as const;

/** What domain.md makes of these answers. */
export function toReferentie(given: Antwoorden): Referentie {
  const opened = findOpened(given);
  const relevant = findRelevant(given, opened);
  const earlier = relevant.has('eerderBesproken') ? given.eerderBesproken : undefined;
  const geprobeerd = new Set(OVERLEGTAFELS.filter((id) => id !== CRISISTEAM && earlier?.includes(id)));
  const oordelen: Record<string, string> = {};
  for (const id of TAFELS) {
    oordelen[id] = opened.has(id) ? OORDEEL[toTafelTruth(id, given)] : 'nietNagegaan';
  }
  return { ...decide(given, oordelen, geprobeerd), oordelen, opened: opened, geprobeerd, relevant };
}

function decide(
  antwoorden: Antwoorden,
  oordelen: Readonly<Record<string, string>>,
  tried: ReadonlySet<string>,
): Pick<Referentie, 'uitkomst' | 'tafels' | 'voorzieningen' | 'daarna'> {
  const empty = { tafels: [], voorzieningen: [], daarna: [] };
  if (antwoorden.acuutGevaar === 'ja') return { uitkomst: 'belNu', ...empty };
  if (antwoorden.gemeente === 'buiten-twente') return { uitkomst: 'buitenTwente', ...empty };
  const past = (id: string) => oordelen[id] === 'voldoet' && !tried.has(id);
  const fitting = [CRISISTEAM, ...OVERLEGTAFELS.filter((id) => id !== CRISISTEAM)].filter(past);
  const notBesproken = antwoorden.lokaalBesproken !== 'ja';
  const lokaalOpen = notBesproken || antwoorden.lokaalVastgelopen === 'nee';
  const allowedNow = (id: string) => !lokaalOpen || SLAAT_LOKAAL_OVER.includes(id);
  const lists = {
    tafels: fitting.filter(allowedNow),
    voorzieningen: past(P10) ? [P10] : [],
    daarna: fitting.filter((id) => !allowedNow(id)),
  };
  const uitkomst = () => {
    if (lokaalOpen && lists.tafels.length === 0) return notBesproken ? 'eerstLokaal' : 'lokaalVerder';
    if (lists.tafels.length > 0 || past(P10)) return 'aanmelden';
    const open = TAFELS.some((id) => oordelen[id] === 'onvolledig' && !tried.has(id));
    return open ? 'aanvullen' : 'geenTafel';
  };
  return { uitkomst: uitkomst(), ...lists };
}
