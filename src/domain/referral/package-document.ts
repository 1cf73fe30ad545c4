import type { RUBRIEKEN } from '../model/pakketveld.ts';

/** A fact of the package under its name. */
export interface PackageRow {
  /** The field or fact that it says; the phone card finds it by this. */
  readonly id: string;
  readonly naam: string;
  /** Null where it is not filled in. */
  readonly waarde: string | null;
  /** What a text that can still be changed says where the value is missing. */
  readonly leeg?: string;
  /** May run over several lines. */
  readonly lang?: boolean;
  /** Stands on the envelope: who gets an e-mail reads it in the headers. */
  readonly onEnvelop?: boolean;
}

/** A criterion with what the answers make of it, and why. */
export interface CriteriumPoint {
  readonly id: string;
  readonly tekst: string;
  readonly kort: string;
  readonly oordeel: string;
  readonly antwoord: string;
  /** Whether the oordeel says the answer already, as with a question of yes or no. */
  readonly saysAntwoord: boolean;
  /** Whether there is an answer, also that it is not known. */
  readonly answered: boolean;
  readonly onderbouwing: string | null;
}

/** A line of the explanation: a criterion, or the heading of a group; `depth` counts the groups around it. */
export type CriteriumRegel = { readonly depth: number } & (
  | { readonly kop: string }
  | { readonly punt: CriteriumPoint }
);

/** An estimate of what a deployment costs the gemeente, by the tariffs of a past year; amounts as text, "€ 1.440". */
export interface Costs {
  readonly jaar: number;
  readonly regels: readonly {
    readonly naam: string;
    readonly uren: number;
    readonly perUur: string;
    readonly bedrag: string;
  }[];
  readonly totaal: string;
}

/** One part of a section: what it says, and nothing of how it looks; the words are those that every form uses. */
export type PackageBlock =
  | { readonly soort: 'gegevens'; readonly kop: string | null; readonly rijen: readonly PackageRow[] }
  | {
      readonly soort: 'criteria';
      readonly bijschrift: string;
      readonly koppen: readonly [criterium: string, oordeel: string, antwoord: string, onderbouwing: string];
      readonly regels: readonly CriteriumRegel[];
    }
  | { readonly soort: 'punten'; readonly inleiding: string; readonly punten: readonly CriteriumPoint[] }
  | {
      readonly soort: 'kosten';
      readonly bijschrift: string;
      readonly navragen: string;
      readonly koppen: readonly [wie: string, uren: string, perUur: string, bedrag: string];
      readonly samen: string;
      readonly kosten: Costs;
    }
  | {
      readonly soort: 'lijst';
      readonly inleiding: string;
      readonly items: readonly string[];
      readonly voorbehoud: string;
    }
  | { readonly soort: 'alinea'; readonly tekst: string };

/** A part of the package under its own heading. */
export interface PackageSection {
  readonly id: (typeof RUBRIEKEN)[number] | 'plan' | 'clientondersteuning';
  readonly kop: string;
  readonly blokken: readonly PackageBlock[];
}

/**
 * The package of a referral: its parts in their one order, each with its words. The mail, the PDF, the parts to paste
 * and the phone card are written from it.
 */
export type PackageDocument = readonly PackageSection[];
