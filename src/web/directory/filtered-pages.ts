import type { Content } from '../../domain/model/content.ts';
import type { StaticPage } from '../page.ts';
import { toComparisonPage } from './to-comparison-page.ts';
import { toRollenPage } from './to-rollen-page.ts';

/** The comparison of tables: of those with these ids, or of all without a choice. */
export function toFilteredComparison(content: Content, ids: readonly string[]): StaticPage {
  // In the order of the ladder, whatever the order in the address.
  const chosen = content.tafels.filter(({ id }) => ids.includes(id));
  const names = chosen.map(({ korteNaam }) => korteNaam);
  return {
    pad: '/overlegtafels/vergelijken',
    template: 'vergelijken',
    titel: names.length > 0 ? `Vergelijk ${names.join(', ')}` : 'Overlegtafels vergelijken',
    beschrijving: 'Doel, instroom, wie mag aanmelden, kanaal en termijn van de overlegtafels naast elkaar.',
    kruimels: [{ tekst: 'Overlegtafels', href: '/overlegtafels' }, { tekst: 'Vergelijken' }],
    model: toComparisonPage(content, chosen, chosen.length < ids.length),
  };
}

/** The roles in the P10 way of working: the one with this id, or all without a choice. */
export function toFilteredRollen(content: Content, ids: readonly string[]): StaticPage {
  const chosen = content.rollen.filter(({ id }) => ids.includes(id));
  const [rol] = chosen;
  return {
    pad: '/rollen',
    template: 'rollen',
    titel: rol && chosen.length === 1 ? `${rol.naam} in de P10-aanpak` : 'Rollen in de P10-aanpak',
    beschrijving:
      'Taken, verantwoordelijkheden en bevoegdheden van regisseur, casuscoördinator en ervaringsdeskundige.',
    kruimels: [{ tekst: 'Rollen' }],
    model: toRollenPage(content, chosen, chosen.length < ids.length),
  };
}
