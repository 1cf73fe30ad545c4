import type { Records } from '../../domain/editing/records.ts';
import type { Say } from '../../domain/texts.ts';

/** Gives the e-mail address of a medewerker by id: the only thing that tells who they are. */
export type ToName = (id: string) => string;

/** Who did something without an account: the operator of the server, at the command line. */
export const OPERATOR_ID = 'beheerder-van-de-server';

/** Reads who everybody is; somebody who is not known any more is said to be unknown. */
export async function readNames(records: Pick<Records, 'list'>, say: Say): Promise<ToName> {
  const emails = new Map((await records.list('medewerker')).map(({ id, value }) => [id, value.email]));
  return (id) =>
    id === OPERATOR_ID ? say('concepten.operator') : (emails.get(id) ?? say('beheer.onbekend'));
}
