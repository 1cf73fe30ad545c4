import { type Antwoorden, toAntwoordTekst } from '../domain/model/antwoorden.ts';
import type { Vraag } from '../domain/model/vraag.ts';
import type { Views } from '../domain/ports/views.ts';

/** Makes the rows of questions that were answered, each with a link to change that; `stand` is safe HTML. */
export type ToAntwoordRijen = (vragen: readonly Vraag[], antwoorden: Antwoorden, stand: string) => string;

/** Stands in no text, and escaping leaves it alone. */
const GAT = '\u0003';

/** Prepares the rows: what is the same for every answer is rendered when a question is first shown. */
export function createAntwoordRijen(views: Views): ToAntwoordRijen {
  const rijen = new Map<string, readonly string[]>();
  const find = ({ feit, vraag, slug }: Vraag): readonly string[] => {
    const rij =
      rijen.get(feit) ??
      views
        .renderPart('data-list-rij', {
          naam: vraag,
          waarde: GAT,
          actie: { href: `/vragen/${slug}${GAT}`, tekst: 'Wijzig', over: vraag },
        })
        .split(GAT);
    rijen.set(feit, rij);
    return rij;
  };
  return (vragen, antwoorden, stand) => {
    let html = '';
    for (const vraag of vragen) {
      const [begin, midden, eind] = find(vraag);
      html += `${begin}${views.escape(toAntwoordTekst(vraag, antwoorden))}${midden}${stand}${eind}`;
    }
    return html;
  };
}
