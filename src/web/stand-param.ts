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

/**
 * The answers so far, from the sealed stand in the address; no stand means no answers yet.
 * @throws StandFout when it is forged, damaged or too old.
 */
export function readStand(zegel: StandZegel, req: Request): Antwoorden {
  const { a } = req.query;
  if (a === undefined || a === '') return {};
  const geopend = typeof a === 'string' ? zegel.open(a) : { fout: 'ongeldig' as const };
  if ('fout' in geopend) throw new StandFout(geopend.fout);
  return geopend.antwoorden;
}

/** A link that carries the answers. */
export function withStand(zegel: StandZegel, pad: string, antwoorden: Antwoorden): string {
  return Object.keys(antwoorden).length === 0 ? pad : `${pad}?a=${zegel.seal(antwoorden)}`;
}
