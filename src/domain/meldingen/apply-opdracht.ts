import type { Melding, Opdracht } from '../model/melding.ts';

/**
 * The reports after what an operator did with one of them; the same list when there is none with that id.
 * Doing it twice gives the same, so a server that stops halfway can do it again.
 */
export function applyOpdracht(meldingen: readonly Melding[], opdracht: Opdracht): readonly Melding[] {
  if (!meldingen.some(({ id }) => id === opdracht.id)) return meldingen;
  return meldingen.map((melding) => (melding.id === opdracht.id ? change(melding, opdracht) : melding));
}

function change(melding: Melding, opdracht: Opdracht): Melding {
  if (opdracht.soort === 'antwoord') {
    return {
      ...melding,
      antwoord: opdracht.antwoord,
      status: melding.status === 'gesloten' ? 'gesloten' : 'beantwoord',
    };
  }
  // A closed report needs no answer any more, so there is no reason left to keep the address.
  const { email: _, ...rest } = melding;
  return { ...rest, status: 'gesloten' };
}
