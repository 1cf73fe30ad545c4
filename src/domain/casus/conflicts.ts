import type { Casus } from './casus.ts';
import { mergeTexts, tidy } from './merge-casus.ts';
import { toLater } from './register.ts';

/** A field of which two values were written at the same moment: of a text, for the same table. */
export interface Conflict {
  readonly soort: 'antwoord' | 'veld';
  readonly naam: string;
  readonly waarden: readonly (string | readonly string[] | null)[];
}

/** Where partners wrote different things at the same moment: the first counts until somebody chooses. */
export function listConflicts({ antwoorden, velden }: Casus): Conflict[] {
  return [
    ...Object.entries(antwoorden).flatMap(([naam, { waarde, ook = [] }]) =>
      ook.length > 0 ? [{ soort: 'antwoord' as const, naam, waarden: [waarde, ...ook] }] : [],
    ),
    ...Object.entries(velden).flatMap(([naam, texts]) => {
      const double = listDouble(texts);
      return double.length > 0
        ? [{ soort: 'veld' as const, naam, waarden: double.map(({ waarde }) => waarde) }]
        : [];
    }),
  ];
}

/** Puts in which of the values is right, as a change of now; the case as it is when there is no such conflict. */
export function chooseValue(
  casus: Casus,
  { soort, naam }: Pick<Conflict, 'soort' | 'naam'>,
  index: number,
  moment: string,
): Casus {
  if (soort === 'antwoord') {
    const register = new Map(Object.entries(casus.antwoorden)).get(naam);
    const waarde = register && [register.waarde, ...(register.ook ?? [])][index];
    if (!register || waarde === undefined) return casus;
    const gewijzigd = toLater(moment, register.gewijzigd);
    return tidy({ ...casus, antwoorden: { ...casus.antwoorden, [naam]: { waarde, gewijzigd } } });
  }
  const texts = new Map(Object.entries(casus.velden)).get(naam) ?? [];
  const double = listDouble(texts);
  const chosen = double[index];
  if (!chosen) return casus;
  const contested = Object.entries(chosen.tafels)
    .filter(([tafel]) => double.some((text) => text !== chosen && tafel in text.tafels))
    .map(([tafel, written]) => [tafel, toLater(moment, written)]);
  const written = { waarde: chosen.waarde, tafels: Object.fromEntries(contested) };
  return tidy({ ...casus, velden: { ...casus.velden, [naam]: mergeTexts([...texts, written]) } });
}

function listDouble(texts: Casus['velden'][string]) {
  return texts.filter((text) =>
    Object.keys(text.tafels).some((tafel) => texts.some((other) => other !== text && tafel in other.tafels)),
  );
}
