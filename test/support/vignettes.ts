import type { Antwoord } from '../../src/domain/model/antwoorden.ts';
import vignettesJson from '../cases/vignettes.json' with { type: 'json' };

/** A case with the outcome that the source implies. */
export interface Vignet {
  readonly naam: string;
  readonly antwoorden: Readonly<Record<string, Antwoord>>;
  readonly verwacht: {
    readonly uitkomst: string;
    readonly tafels?: readonly string[];
    readonly voorzieningen?: readonly string[];
    readonly daarna?: readonly string[];
    readonly ontbreekt?: readonly string[];
    readonly oordelen?: Readonly<Record<string, string>>;
    /** Per table `mag`, or the role via whom. */
    readonly aanmelder?: Readonly<Record<string, string>>;
  };
}

export const vignettes = vignettesJson as unknown as readonly Vignet[];
