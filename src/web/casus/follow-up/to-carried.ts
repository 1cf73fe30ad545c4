import type { Casus } from '../../../domain/casus/casus.ts';
import { carryCasus, isAllSaved, readCarried } from '../../carried.ts';

/** What a page beside that of the case carries along, so that the way back loses nothing. */
export function toCarried(casus: Casus, form: URLSearchParams) {
  const mee = carryCasus(readCarried(form), casus);
  return { code: casus.casuscode, mee, bewaard: isAllSaved(mee) };
}
