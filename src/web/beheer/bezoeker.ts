import type { Response } from 'express';
import { OPERATOR_ID, type Wie } from '../../domain/editing/people.ts';
import type { Records } from '../../domain/editing/records.ts';
import type { Say } from '../../domain/texts.ts';

/** Who asks for a page of `/beheer`, and what every form on it must carry in its field `csrf`. */
export interface Bezoeker {
  readonly wie: Wie;
  readonly csrf: string;
  /** The id of their session. */
  readonly sessie: string;
}

/** Notes who asks; only the guard of `/beheer` does this. */
export function setBezoeker(res: Response, bezoeker: Bezoeker): void {
  res.locals.bezoeker = bezoeker;
}

/** Who asks. @throws Error on a page that no guard stands before: a fault of the programmer. */
export function getBezoeker(res: Response): Bezoeker {
  const bezoeker = findBezoeker(res);
  if (bezoeker) return bezoeker;
  throw new Error('Voor deze pagina staat geen wacht.');
}

/** Who asks; undefined where that is not known yet, as on the page to log in. */
export function findBezoeker(res: Response): Bezoeker | undefined {
  return res.locals.bezoeker as Bezoeker | undefined;
}

/** Gives the e-mail address of a medewerker by id: the only thing that tells who they are. */
export type ToName = (id: string) => string;

/** Reads who everybody is; somebody who is not known any more is said to be unknown. */
export async function readNames(records: Pick<Records, 'list'>, say: Say): Promise<ToName> {
  const emails = new Map((await records.list('medewerker')).map(({ id, value }) => [id, value.email]));
  return (id) =>
    id === OPERATOR_ID ? say('concepten.operator') : (emails.get(id) ?? say('beheer.onbekend'));
}
