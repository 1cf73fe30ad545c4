import type { Casus } from '../../../domain/casus/casus.ts';
import type { Say } from '../../../domain/texts.ts';
import { readTyped } from '../item-actions.ts';

/** What a page beside that of the case carries along, so that the way back loses nothing. */
export function toCarried(say: Say, casus: Casus, form: URLSearchParams) {
  const typed = Object.entries(readTyped(say, casus, form)).filter(([, waarde]) => waarde !== '');
  return {
    code: casus.casuscode,
    bestand: JSON.stringify(casus),
    bewaard: isSaved(form),
    getypt: typed.map(([naam, waarde]) => ({ naam, waarde })),
  };
}

/** Whether all of the case stands in a file, as the page said before. */
export function isSaved(form: URLSearchParams): boolean {
  return form.get('bewaard') === 'ja';
}
