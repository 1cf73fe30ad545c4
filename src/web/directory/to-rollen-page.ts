import type { Content } from '../../domain/model/content.ts';
import { toBronText } from '../bron-text.ts';

/** The view-model of the P10 roles: the chosen ones, or all. */
export function toRollenPage(
  { bronnen, rollen }: Content,
  chosen: Content['rollen'],
  onbekendeKeuze: boolean,
) {
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
