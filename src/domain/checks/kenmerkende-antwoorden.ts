import { operators } from '../evaluation/operators.ts';
import { type Antwoord, isOpen } from '../model/antwoorden.ts';
import type { Voorwaarde } from '../model/regel.ts';
import type { Vraag } from '../model/vraag.ts';

/**
 * The known answers to a question, one of each kind that these conditions on it tell apart.
 * They stand for all answers: a meerkeuze of n options has 2^n, but the conditions see only which of them hold.
 */
export function listKenmerkendeAntwoorden(vraag: Vraag, voorwaarden: readonly Voorwaarde[]): Antwoord[] {
  const toKenmerk = (antwoord: Antwoord) =>
    voorwaarden.map(({ operator, value }) => Number(operators[operator](antwoord, value))).join('');
  const soorten = new Map<string, Antwoord>();
  const add = (antwoord: Antwoord) => {
    const kenmerk = toKenmerk(antwoord);
    if (soorten.has(kenmerk)) return false;
    soorten.set(kenmerk, antwoord);
    return true;
  };
  if (vraag.type !== 'meerkeuze') {
    for (const { id } of vraag.opties) if (!isOpen(id)) add(id);
    return [...soorten.values()];
  }
  const samen = vraag.opties.filter(({ alleen }) => !alleen).map(({ id }) => [id]);
  for (const keuze of samen) add(keuze);
  // Choosing more can only make more conditions hold, so adding one option at a time until nothing new comes finds all.
  for (let erbij = true; erbij; ) {
    erbij = [...soorten.values()]
      .flatMap((antwoord) => samen.map((keuze) => add([...new Set([antwoord, keuze].flat())])))
      .includes(true);
  }
  for (const { id, alleen } of vraag.opties) if (alleen && !isOpen([id])) add([id]);
  return [...soorten.values()];
}
