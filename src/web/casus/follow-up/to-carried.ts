import type { Casus } from '../../../domain/casus/casus.ts';
import type { Say } from '../../../domain/texts.ts';
import { hasTyped } from '../../carried.ts';
import { readTyped } from '../item-actions.ts';
import { isKept } from '../kept.ts';

/** What a page beside that of the case carries along, so that the way back loses nothing. */
export function toCarried(say: Say, casus: Casus, form: URLSearchParams) {
  const typed = Object.entries(readTyped(say, casus, form)).filter(([, waarde]) => waarde !== '');
  return {
    code: casus.casuscode,
    bestand: JSON.stringify(casus),
    bewaard: isKept(form, casus),
    isGetypt: hasTyped(Object.fromEntries(typed)),
    getypt: typed.map(([naam, waarde]) => ({ naam, waarde })),
  };
}
