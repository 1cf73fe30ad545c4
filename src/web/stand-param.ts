import type { Request } from 'express';
import type { StandSeal } from '../domain/answers/stand-seal.ts';
import { type Antwoorden, isEmpty } from '../domain/model/antwoorden.ts';

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
  /** A link that carries these answers, or others. */
  link(path: string, antwoorden?: Antwoorden, previous?: Antwoorden | null): string;
}

/**
 * Reads the sealed stand `a` from the address; no stand means no answers yet. `v` is the stand of an earlier advice,
 * only there to tell what changed, so one that cannot be opened is left out.
 * @throws StandFault when `a` is forged, damaged or too old.
 */
export function readStand(sealed: StandSeal, req: Request): Stand {
  // Express reads the query anew each time that it is asked for.
  const { a, v } = req.query;
  const stand = openStand(sealed, a);
  if ('fout' in stand) throw new StandFault(stand.fout);
  const earlier = v === undefined ? { fout: 'ongeldig' as const } : openStand(sealed, v);
  const vorige = 'fout' in earlier ? null : earlier.antwoorden;
  // A page has many links with the same answers: each set is sealed once, or not at all when its seal is fresh.
  const seals = new Map<Antwoorden, string>();
  if (stand.vers) seals.set(stand.antwoorden, stand.vers);
  const seal = (antwoorden: Antwoorden) => {
    const verzegeld = seals.get(antwoorden) ?? sealed.seal(antwoorden);
    seals.set(antwoorden, verzegeld);
    return verzegeld;
  };
  return {
    antwoorden: stand.antwoorden,
    vorige,
    link: (path, anders = stand.antwoorden, voor = vorige) =>
      isEmpty(anders) ? path : `${path}?a=${seal(anders)}${voor && !isEmpty(voor) ? `&v=${seal(voor)}` : ''}`,
  };
}

/** The answers, with the seal itself where that may go along. */
function openStand(
  seal: StandSeal,
  waarde: unknown,
): { antwoorden: Antwoorden; vers: string | null } | { fout: 'verlopen' | 'ongeldig' } {
  if (waarde === undefined || waarde === '') return { antwoorden: {}, vers: null };
  if (typeof waarde !== 'string') return { fout: 'ongeldig' };
  const stand = seal.open(waarde);
  return 'fout' in stand ? stand : { antwoorden: stand.antwoorden, vers: stand.isFresh ? waarde : null };
}
