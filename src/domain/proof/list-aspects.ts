import type { AdviesDiagrams } from './compile-advies.ts';
import type { Diagram } from './diagram/store.ts';

/** What an aspect is about, in the order in which differences are told. */
export type AspectKind =
  | 'uitkomst'
  | 'lokaleStap'
  | 'gemeente'
  | 'lijst'
  | 'oordeel'
  | 'geprobeerd'
  | 'bijna'
  | 'aanmelder'
  | 'criterium'
  | 'betaling';

/** One thing that the advice says; null is a thing that is not of one table. */
export interface Aspect {
  readonly soort: AspectKind;
  readonly tafel: string | null;
  /** The criterion, where it is of one. */
  readonly criterium: string | null;
  readonly diagram: Diagram<string | boolean | null>;
}

/** Everything that the advice says. */
export function listAspects({ uitkomst, lokaleStap, gemeente, tafels }: AdviesDiagrams): Aspect[] {
  const general = (soort: AspectKind, diagram: Aspect['diagram']): Aspect => ({
    soort,
    tafel: null,
    criterium: null,
    diagram,
  });
  return [
    general('uitkomst', uitkomst),
    general('lokaleStap', lokaleStap),
    general('gemeente', gemeente),
    ...[...tafels].flatMap(([tafel, diagrams]): Aspect[] => [
      ...(['lijst', 'oordeel', 'geprobeerd', 'bijna', 'aanmelder', 'betaling'] as const).map((soort) => ({
        soort,
        tafel,
        criterium: null,
        diagram: diagrams[soort],
      })),
      ...[...diagrams.criteria].map(([criterium, diagram]) => ({
        soort: 'criterium' as const,
        tafel,
        criterium,
        diagram,
      })),
    ]),
  ];
}
