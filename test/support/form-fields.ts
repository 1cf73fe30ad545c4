import type { Knoop } from '../../src/domain/editing/form/knoop.ts';

/** What a browser sends of a form as it is shown: fields by name, in their order on the page. */
export function listFields(knoop: Knoop): [naam: string, waarde: string][] {
  const hidden = knoop.verborgen.map(({ naam, waarde }): [string, string] => [naam, waarde]);
  const inner = [...knoop.kinderen, ...knoop.items.map((item) => item.knoop)].flatMap(listFields);
  return [...hidden, ...listOwn(knoop), ...inner];
}

function listOwn({ soort, naam, waarde, opties, isEr, vormNaam }: Knoop): [string, string][] {
  const chosen = opties.filter(({ gekozen }) => gekozen).map(({ id }) => id);
  // A select without a choice sends its first option, which is empty; boxes and rounds send nothing.
  if (soort === 'vormen') return [[vormNaam, chosen[0] ?? '']];
  if (soort === 'keuze') return [[naam, chosen[0] ?? '']];
  if (soort === 'rondjes' || soort === 'vinkjes') return chosen.map((id) => [naam, id]);
  if (soort === 'vink') return isEr ? [[naam, 'ja']] : [];
  // A browser sends line ends as two characters, and none of a field of one line.
  return soort === 'tekst' ? [[naam, waarde.replaceAll('\n', '\r\n')]] : [];
}
