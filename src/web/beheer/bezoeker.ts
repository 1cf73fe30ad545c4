import type { Response } from 'express';
import type { Wie } from '../../domain/editing/people.ts';

/** Who asks for a page of `/beheer`, and what every form on it must carry in its field `csrf`. */
export interface Bezoeker {
  readonly wie: Wie;
  readonly csrf: string;
}

/** Notes who asks; only the guard of `/beheer` does this. */
export function setBezoeker(res: Response, bezoeker: Bezoeker): void {
  res.locals.bezoeker = bezoeker;
}

/** Who asks. @throws Error on a page that no guard stands before: a fault of the programmer. */
export function getBezoeker(res: Response): Bezoeker {
  const bezoeker = res.locals.bezoeker as Bezoeker | undefined;
  if (bezoeker) return bezoeker;
  throw new Error('Voor deze pagina staat geen wacht.');
}
