import type { Casus } from '../../domain/casus/casus.ts';
import { findItem } from '../../domain/casus/change-items.ts';
import { hasLink } from '../../domain/casus/waiting.ts';
import type { Services } from '../../services.ts';
import { readTyped } from './item-actions.ts';
import type { Acted } from './shown.ts';

/** The button that makes the link of a package again; after it comes the id of the package. */
export const RENEW = 'nieuwelink';
const ACTION = new RegExp(`^${RENEW}:([a-z0-9-]{1,100})$`);

/** Makes the link of a package again, for who sent it; null when that was not asked. The case stays as it was. */
export function renewLink(
  { say, model, antwoordlinks }: Pick<Services, 'say' | 'model' | 'antwoordlinks'>,
  casus: Casus,
  form: URLSearchParams,
): Acted | null {
  const [, id] = ACTION.exec(form.get('actie') ?? '') ?? [];
  if (id === undefined) return null;
  const values = readTyped(say, casus, form);
  const made = findItem(casus, 'verwijzingen', id);
  if (!made || !hasLink(made, model.tafelOf.get(made.tafel))) return { casus, shown: { values } };
  const { tafel, inhoud, datum, regelversie } = made;
  const { casuscode } = casus;
  const link = antwoordlinks.renew({ tafel, casuscode, inhoud, datum, versie: regelversie });
  const tekst = say(link ? 'casus.klaar-link' : 'casus.geen-link');
  const melding = { plaats: 'verwijzingen', tekst, zonder: true as const };
  return { casus, shown: { values, melding, ...(link ? { link: { id, ...link } } : {}) } };
}
