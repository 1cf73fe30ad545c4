import type { PakketDocument, PapierDocument } from '../../domain/ports/pakket-pdf.ts';
import { renderDocument } from './render-document.ts';

const CONCEPT = 'CONCEPT, NOG NIET VERSTUREN';

/**
 * Makes a tagged PDF (PDF/UA) of a package, in this thread; the same package always gives the same bytes.
 * @throws RangeError when the date is no date.
 */
export function renderPakket(pakket: PakketDocument): Promise<Buffer> {
  return renderDocument(toDocument(pakket));
}

function toDocument({
  titel,
  casuscode,
  tafelNaam,
  datum,
  concept,
  eenBladzijde,
  secties,
}: PakketDocument): PapierDocument {
  return {
    titel,
    onderwerp: `${concept ? 'Concept, nog niet versturen. ' : ''}Casus ${casuscode}, ${tafelNaam}`,
    datum,
    kopLinks: tafelNaam,
    voetLinks: `casuscode ${casuscode}, vertrouwelijk`,
    waarschuwing: concept ? CONCEPT : null,
    gegevens: [
      { naam: 'Overlegtafel', waarde: tafelNaam },
      { naam: 'Casuscode', waarde: casuscode },
      { naam: 'Vertrouwelijk', waarde: 'Alleen voor wie bij deze casus betrokken is.' },
    ],
    eenBladzijde,
    secties,
  };
}
