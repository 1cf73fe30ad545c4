import type { Request } from 'express';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { StandZegel } from '../domain/ports/stand-zegel.ts';

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
export function readStand(zegel: StandZegel, req: Request): Stand {
  const antwoorden = openStand(zegel, req.query.a);
  if ('fout' in antwoorden) throw new StandFout(antwoorden.fout);
  const eerder = req.query.v === undefined ? { fout: 'ongeldig' as const } : openStand(zegel, req.query.v);
  const vorige = 'fout' in eerder ? null : eerder.antwoorden;
  return {
    antwoorden: antwoorden.antwoorden,
    vorige,
    link: (pad, anders = antwoorden.antwoorden, voor = vorige) =>
      Object.keys(anders).length === 0
        ? pad
        : `${pad}?a=${zegel.seal(anders)}${voor ? `&v=${zegel.seal(voor)}` : ''}`,
  };
}

function openStand(zegel: StandZegel, waarde: unknown) {
  if (waarde === undefined || waarde === '') return { antwoorden: {} };
  return typeof waarde === 'string' ? zegel.open(waarde) : { fout: 'ongeldig' as const };
}
