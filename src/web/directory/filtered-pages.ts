import type { Content } from '../../domain/model/content.ts';
import type { StatischePagina } from '../page.ts';
import { toVergelijkingPage } from './to-comparison-page.ts';
import { toRollenPage } from './to-rollen-page.ts';

/** The comparison of tables: of those with these ids, or of all without a choice. */
export function toVergelijkingPagina(content: Content, ids: readonly string[]): StatischePagina {
  // In the order of the ladder, whatever the order in the address.
  const gekozen = content.tafels.filter(({ id }) => ids.includes(id));
  const namen = gekozen.map(({ korteNaam }) => korteNaam);
  return {
    pad: '/overlegtafels/vergelijken',
    template: 'vergelijken',
    titel: namen.length > 0 ? `Vergelijk ${namen.join(', ')}` : 'Overlegtafels vergelijken',
    beschrijving: 'Doel, instroom, wie mag aanmelden, kanaal en termijn van de overlegtafels naast elkaar.',
    kruimels: [{ tekst: 'Overlegtafels', href: '/overlegtafels' }, { tekst: 'Vergelijken' }],
    model: toVergelijkingPage(content, gekozen, gekozen.length < ids.length),
  };
}

/** The roles in the P10 way of working: the one with this id, or all without a choice. */
export function toRollenPagina(content: Content, ids: readonly string[]): StatischePagina {
  const gekozen = content.rollen.filter(({ id }) => ids.includes(id));
  const [rol] = gekozen;
  return {
    pad: '/rollen',
    template: 'rollen',
    titel: rol && gekozen.length === 1 ? `${rol.naam} in de P10-aanpak` : 'Rollen in de P10-aanpak',
    beschrijving:
      'Taken, verantwoordelijkheden en bevoegdheden van regisseur, casuscoördinator en ervaringsdeskundige.',
    kruimels: [{ tekst: 'Rollen' }],
    model: toRollenPage(content, gekozen, gekozen.length < ids.length),
  };
}
