import { type Antwoorden, toAntwoordTekst } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import type { Views } from '../../domain/ports/views.ts';
import { toGat, type Waarden } from '../stukken.ts';

const toNaam = (feit: string) => `antwoord ${feit}`;

/** What stands in the pieces of an advice for the answer to a question. */
export function toAntwoordGat({ feit }: Vraag): string {
  return toGat(toNaam(feit));
}

/** What goes there for these answers: each in words. */
export function toAntwoordWaarden(
  { vraagVan }: Pick<Beslismodel, 'vraagVan'>,
  antwoorden: Antwoorden,
  { escape: toVeilig }: Pick<Views, 'escape'>,
): Waarden {
  const waarden: Record<string, string> = {};
  for (const feit of Object.keys(antwoorden)) {
    const vraag = vraagVan.get(feit);
    if (vraag) waarden[toNaam(feit)] = toVeilig(toAntwoordTekst(vraag, antwoorden));
  }
  return waarden;
}
