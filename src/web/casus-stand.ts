import type { Request } from 'express';
import { toDutchDate } from '../domain/calendar.ts';
import type { CasusRules } from '../domain/casus/casus-rules.ts';
import { readAntwoorden } from '../domain/casus/change-casus.ts';
import { parseCasus } from '../domain/casus/parse-casus.ts';
import type { Services } from '../services.ts';
import { type Carried, findCasusText } from './carried.ts';
import { readStand, type Stand, StandFault, toNewStand } from './stand-param.ts';

/**
 * The answers in the address; when those are too old, and a case travels along, the answers in its file.
 * @throws StandFault when neither can be read.
 */
export function findStand(
  { zegel, now }: Pick<Services, 'zegel' | 'now'>,
  rules: CasusRules,
  req: Request,
  mee: readonly Carried[],
): Stand {
  try {
    return readStand(zegel, req);
  } catch (error) {
    const text = findCasusText(mee);
    if (!(error instanceof StandFault) || text === null) throw error;
    const parsed = parseCasus(rules, text, toDutchDate(now()), now().toISOString());
    if ('fout' in parsed) throw error;
    return toNewStand(zegel, readAntwoorden(parsed.casus));
  }
}
