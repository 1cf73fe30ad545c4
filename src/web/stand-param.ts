import type { Request } from 'express';
import type { StandSeal } from '../domain/answers/stand-seal.ts';
import { type Antwoorden, isEmpty, toAntwoordText } from '../domain/model/antwoorden.ts';
import { ACUUT_GEVAAR } from '../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../domain/model/vraag.ts';

/** Thrown for a stand that cannot be used; the error handler shows a page with a new start. */
export class StandFault extends Error {
  readonly reden: 'verlopen' | 'ongeldig';

  constructor(reason: 'verlopen' | 'ongeldig') {
    super(`De stand is ${reason}.`);
    this.name = 'StandFault';
    this.reden = reason;
  }
}

/** The answers that an address carries, and the links that carry them on. */
export interface Stand {
  readonly antwoorden: Antwoorden;
  /** The answers of the advice that the visitor saw before changing an answer; null when nothing was changed. */
  readonly vorige: Antwoorden | null;
  /** Ask about every opened table, also while the local step is open: who chose so goes on that way. */
  readonly alles: boolean;
  /** An answer fell away, since the content changed: its question is asked again, and the page says so. */
  readonly vervallen: boolean;
  /** The last moment at which its links work. */
  until(): Date;
  /** A link that carries these answers, or others. */
  link(path: string, antwoorden?: Antwoorden, previous?: Antwoorden | null, all?: boolean): string;
  /** The same to send the visitor on at once: the page where they arrive says it when an answer fell away. */
  onward: Stand['link'];
}

/**
 * Reads the sealed stand `a` from the address; no stand means no answers yet. `v` is the stand of an earlier advice,
 * only there to tell what changed, so one that cannot be opened is left out.
 * @throws StandFault when `a` is forged, damaged or too old.
 */
export function readStand(sealed: StandSeal, req: Request): Stand {
  // Express reads the query anew each time that it is asked for.
  const { a, v, vragen, vervallen } = req.query;
  const alles = vragen === 'alles';
  const stand = openStand(sealed, a);
  if ('fout' in stand) throw new StandFault(stand.fout);
  const earlier = v === undefined ? { fout: 'ongeldig' as const } : openStand(sealed, v);
  const vorige = 'fout' in earlier ? null : earlier.antwoorden;
  const { antwoorden, isWhole, vers } = stand;
  return toStand(sealed, antwoorden, { vorige, alles, vers, vervallen: !isWhole || vervallen === 'ja' });
}

/** The stand of these answers: what makes the links of a page that carry them on. `vers` is their seal, when that may go along. */
function toStand(
  sealed: StandSeal,
  given: Antwoorden,
  { vers, ...read }: Pick<Stand, 'vorige' | 'alles' | 'vervallen'> & { readonly vers: string | null },
): Stand {
  // A page has many links with the same answers: each set is sealed once, or not at all when its seal is fresh.
  const seals = new Map<Antwoorden, string>();
  if (vers) seals.set(given, vers);
  const seal = (antwoorden: Antwoorden) => {
    const verzegeld = seals.get(antwoorden) ?? sealed.seal(antwoorden);
    seals.set(antwoorden, verzegeld);
    return verzegeld;
  };
  const link: Stand['link'] = (path, anders = given, voor = read.vorige, all = read.alles) => {
    if (isEmpty(anders)) return path;
    const earlier = voor && !isEmpty(voor) ? `&v=${seal(voor)}` : '';
    return `${path}?a=${seal(anders)}${earlier}${all ? '&vragen=alles' : ''}`;
  };
  return {
    ...read,
    antwoorden: given,
    until: () => {
      const own = sealed.open(seal(given));
      if ('fout' in own) throw new StandFault(own.fout);
      return own.until;
    },
    link,
    onward: (path, ...carried) => {
      const href = link(path, ...carried);
      return read.vervallen ? `${href}${href.includes('?') ? '&' : '?'}vervallen=ja` : href;
    },
  };
}

/** The stand of answers that came from elsewhere, such as a case file. */
export function toNewStand(sealed: StandSeal, antwoorden: Antwoorden): Stand {
  return toStand(sealed, antwoorden, { vorige: null, alles: false, vervallen: false, vers: null });
}

/** The answers, with the seal itself where that may go along. */
function openStand(
  seal: StandSeal,
  waarde: unknown,
): { antwoorden: Antwoorden; isWhole: boolean; vers: string | null } | { fout: 'verlopen' | 'ongeldig' } {
  if (waarde === undefined || waarde === '') return { antwoorden: {}, isWhole: true, vers: null };
  if (typeof waarde !== 'string') return { fout: 'ongeldig' };
  const stand = seal.open(waarde);
  if ('fout' in stand) return stand;
  const { antwoorden, isWhole, isFresh } = stand;
  return { antwoorden, isWhole, vers: isFresh && isWhole ? waarde : null };
}

/**
 * The rows of questions that were answered, each with a way to change that: a link with `stand`, the query that carries
 * the answers; without it a button of the form that carries the case.
 */
export function toAntwoordRows(vragen: readonly Vraag[], antwoorden: Antwoorden, stand: string | null) {
  return vragen.map((vraag) => ({
    naam: vraag.vraag,
    waarde: toAntwoordText(vraag, antwoorden),
    wijzigHref: stand === null ? null : `/vragen/${vraag.slug}${stand}`,
    wijzigActie: `vraag-${vraag.slug}`,
  }));
}

/** Whether the numbers for acute danger stand open above a page with these answers: the user could not tell. */
export function isGevaarOpen(antwoorden: Antwoorden): boolean {
  return antwoorden[ACUUT_GEVAAR] === DONT_KNOW;
}
