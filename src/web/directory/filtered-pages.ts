import type { Content } from '../../domain/model/content.ts';
import type { Say } from '../../domain/texts.ts';
import { toBronText } from '../contact-model.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';
import { toComparisonPage } from './to-comparison-page.ts';

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

/** The view-model of the P10 roles: the chosen ones, or all. */
function toRollenPage({ bronnen, rollen }: Content, chosen: Content['rollen'], onbekendeKeuze: boolean) {
  const shown = chosen.length > 0 ? chosen : rollen;
  return {
    onbekendeKeuze,
    alles: chosen.length === 0,
    keuzes: rollen.map((rol) => ({ id: rol.id, tekst: rol.naam, gekozen: chosen.includes(rol) })),
    rollen: shown.map((rol) => ({
      ...rol,
      // One role is what somebody asked for: then everything is in view.
      isOpen: shown.length === 1,
      bron: toBronText(bronnen, rol.bron),
    })),
  };
}
