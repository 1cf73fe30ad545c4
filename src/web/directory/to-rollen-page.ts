import type { Content } from '../../domain/model/content.ts';
import { toBronTekst } from '../bron-text.ts';

/** The view-model of the P10 roles: the chosen ones, or all. */
export function toRollenPage(
  { bronnen, rollen }: Content,
  gekozen: Content['rollen'],
  onbekendeKeuze: boolean,
) {
  const getoond = gekozen.length > 0 ? gekozen : rollen;
  return {
    onbekendeKeuze,
    alles: gekozen.length === 0,
    keuzes: rollen.map((rol) => ({ id: rol.id, tekst: rol.naam, gekozen: gekozen.includes(rol) })),
    rollen: getoond.map((rol) => ({
      ...rol,
      // One role is what somebody asked for: then everything is in view.
      isOpen: getoond.length === 1,
      bron: toBronTekst(bronnen, rol.bron),
    })),
  };
}
