import type { Content } from './model/content.ts';
import type { Gemeente } from './model/gemeente.ts';
import type { Overlegtafel } from './model/overlegtafel.ts';

/**
 * For which gemeenten a table is: all of Twente. The provision works by ggz-werkgebied, so it is for those of which
 * the sources give that.
 */
export function listTafelGemeenten(
  { gemeenten }: Pick<Content, 'gemeenten'>,
  { soort }: Pick<Overlegtafel, 'soort'>,
): Gemeente[] {
  return gemeenten.filter(
    ({ ggzWerkgebied }) => soort === 'overlegtafel' || ggzWerkgebied.organisatie !== null,
  );
}
