import type { Casus } from '../../domain/casus/casus.ts';
import { isSameCasus } from '../../domain/casus/write-casus.ts';

/** Whether all of the case stands in a file: the page said so of the case as it was brought, and nothing of that changed. */
export function isKept(form: URLSearchParams, brought: Casus, now: Casus = brought): boolean {
  return form.get('bewaard') === 'ja' && isSameCasus(brought, now);
}
