import type { Content } from '../../domain/model/content.ts';
import type { Say } from '../../domain/texts.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';
import { toComparisonPage } from './to-comparison-page.ts';
import { toRollenPage } from './to-rollen-page.ts';

/** The comparison of tables: of those with these ids, or of all without a choice. */
export function toFilteredComparison(say: Say, content: Content, ids: readonly string[]): StaticPage {
  // In the order of the ladder, whatever the order in the address.
  const chosen = content.tafels.filter(({ id }) => ids.includes(id));
  const names = chosen.map(({ korteNaam }) => korteNaam);
  return {
    pad: '/overlegtafels/vergelijken',
    ...describePage(say, 'vergelijken', toCrumb(say, 'overlegtafels')),
    ...(names.length > 0 ? { titel: say('pagina.vergelijk-titel', { tafels: names.join(', ') }) } : {}),
    model: toComparisonPage(say, content, chosen, chosen.length < ids.length),
  };
}

/** The roles in the P10 way of working: the one with this id, or all without a choice. */
export function toFilteredRollen(say: Say, content: Content, ids: readonly string[]): StaticPage {
  const chosen = content.rollen.filter(({ id }) => ids.includes(id));
  const [rol] = chosen;
  return {
    pad: '/rollen',
    ...describePage(say, 'rollen'),
    ...(rol && chosen.length === 1 ? { titel: say('pagina.rol-titel', { rol: rol.naam }) } : {}),
    model: toRollenPage(content, chosen, chosen.length < ids.length),
  };
}
