import type { Request } from 'express';
import type { StandSeal } from '../domain/answers/stand-seal.ts';
import { type Antwoorden, isEmpty } from '../domain/model/antwoorden.ts';

/** Thrown for a stand that cannot be used; the error handler shows a page with a new start. */
export class StandFout extends Error {
  readonly reden: 'verlopen' | 'ongeldig';

  constructor(reden: 'verlopen' | 'ongeldig') {
    super(`De stand is ${reden}.`);
    this.name = 'StandFout';
    this.reden = reden;
  }
}

/** The answers that an address carries, and the links that carry them on. */
export interface Stand {
  readonly antwoorden: Antwoorden;
  /** The answers of the advice that the visitor saw before changing an answer; null when nothing was changed. */
  readonly vorige: Antwoorden | null;
  /** A link that carries these answers, or others. */
  link(pad: string, antwoorden?: Antwoorden, vorige?: Antwoorden | null): string;
}

/**
 * Reads the sealed stand `a` from the address; no stand means no answers yet. `v` is the stand of an earlier advice,
 * only there to tell what changed, so one that cannot be opened is left out.
 * @throws StandFout when `a` is forged, damaged or too old.
 */
export function readStand(zegel: StandSeal, req: Request): Stand {
  // Express reads the query anew each time that it is asked for.
  const { a, v } = req.query;
  const stand = openStand(zegel, a);
  if ('fout' in stand) throw new StandFout(stand.fout);
  const eerder = v === undefined ? { fout: 'ongeldig' as const } : openStand(zegel, v);
  const vorige = 'fout' in eerder ? null : eerder.antwoorden;
  // A page has many links with the same answers: each set is sealed once, or not at all when its seal is fresh.
  const zegels = new Map<Antwoorden, string>();
  if (stand.vers) zegels.set(stand.antwoorden, stand.vers);
  const seal = (antwoorden: Antwoorden) => {
    const verzegeld = zegels.get(antwoorden) ?? zegel.seal(antwoorden);
    zegels.set(antwoorden, verzegeld);
    return verzegeld;
  };
  return {
    antwoorden: stand.antwoorden,
    vorige,
    link: (pad, anders = stand.antwoorden, voor = vorige) =>
      isEmpty(anders) ? pad : `${pad}?a=${seal(anders)}${voor && !isEmpty(voor) ? `&v=${seal(voor)}` : ''}`,
  };
}

/** The answers, with the seal itself where that may go along. */
function openStand(
  zegel: StandSeal,
  waarde: unknown,
): { antwoorden: Antwoorden; vers: string | null } | { fout: 'verlopen' | 'ongeldig' } {
  if (waarde === undefined || waarde === '') return { antwoorden: {}, vers: null };
  if (typeof waarde !== 'string') return { fout: 'ongeldig' };
  const stand = zegel.open(waarde);
  return 'fout' in stand ? stand : { antwoorden: stand.antwoorden, vers: stand.isFresh ? waarde : null };
}
