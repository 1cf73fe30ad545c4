import { type Antwoorden, isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Vraag } from '../model/vraag.ts';

/** An answer in words: the texts of the chosen options, or that it is not known yet. */
export function toAntwoordTekst(vraag: Vraag, antwoorden: Antwoorden): string {
  const antwoord = antwoorden[vraag.feit];
  if (antwoord === undefined) return 'niet beantwoord';
  if (isOpen(antwoord)) return 'nog niet bekend';
  if (typeof antwoord === 'string') return vraag.opties.find(({ id }) => id === antwoord)?.tekst ?? '';
  const gekozen = toGekozen(antwoord);
  return vraag.opties
    .filter(({ id }) => gekozen.includes(id))
    .map(({ tekst }) => tekst)
    .join('; ');
}
