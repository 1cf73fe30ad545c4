import type { Knoop } from '../../../domain/editing/form/knoop.ts';

/** A thing to read: what each field is called, and what stands in it or what is within. */
export interface Line {
  readonly label: string;
  readonly tekst: string;
  readonly regels: readonly Line[] | null;
}

/** The fields of a form as lines to read; what is empty is left out. */
export function toLines(knoop: Knoop): readonly Line[] {
  return [
    ...knoop.kinderen.flatMap((child) => toLine(child)),
    ...knoop.items.flatMap(({ knoop: item, nummer }) => toLine(item, `${knoop.een} ${nummer}`)),
  ];
}

function toLine(knoop: Knoop, label = knoop.label): readonly Line[] {
  const { soort, waarde, opties, isEr, kinderen } = knoop;
  if (soort === 'vink' || (soort === 'deel' && !isEr))
    return isEr ? [{ label, tekst: '✓', regels: null }] : [];
  const chosen = opties.filter(({ gekozen }) => gekozen).map(({ tekst }) => tekst);
  const regels = toLines(knoop);
  // A group without a name of its own, such as the one form that was chosen.
  if (label === '') return regels;
  if (soort === 'vormen' && kinderen.length === 0) return [{ label, tekst: chosen.join(', '), regels: null }];
  if (regels.length > 0) return [{ label, tekst: '', regels }];
  const tekst = opties.length > 0 ? chosen.join(', ') : waarde;
  return tekst === '' ? [] : [{ label, tekst, regels: null }];
}
