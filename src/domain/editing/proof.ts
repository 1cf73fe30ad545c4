import type { Antwoorden } from '../model/antwoorden.ts';

/** One fault or warning of content: which file, where in it (a path such as `criteria.2.bron`), and what to do. */
export interface Finding {
  readonly bestand: string;
  readonly plaats: string;
  readonly melding: string;
}

/** One thing that the advice does otherwise, in words, for how many cases, with the smallest of them. */
export interface Effect {
  readonly tekst: string;
  /** The table or question that it is about; null: the advice as a whole. */
  readonly tafel: string | null;
  readonly feit: string | null;
  readonly voorbeeld: Antwoorden | null;
  /** The example in words. */
  readonly voorbeeldTekst: string | null;
}

/** What changed in one thing of the content. */
export interface PartChange {
  readonly bestand: string;
  /** The name of the thing in its list; null: the whole file. */
  readonly naam: string | null;
  readonly soort: 'nieuw' | 'weg' | 'anders';
  /** Places in it, as paths with names, where it is other; of what is new or gone, all that it holds. */
  readonly plaatsen: readonly { readonly plaats: string; readonly van: unknown; readonly naar: unknown }[];
}

/** A kept case that has another outcome or other tables. */
export interface BrokenCase {
  readonly id: string;
  readonly naam: string;
  readonly antwoorden: Antwoorden;
  /** What was kept, and what it becomes: the outcome and the tables, by id. */
  readonly was: Outcome;
  readonly wordt: Outcome;
}

/** What the advice comes to: the outcome and the tables to turn to, by id. */
export interface Outcome {
  readonly uitkomst: string;
  readonly tafels: readonly string[];
}

/** What a draft does to the site. */
export interface Proof {
  /** With these it cannot be published. */
  readonly fouten: readonly Finding[];
  /** What deserves a look since it comes of the change. */
  readonly letOp: readonly Finding[];
  /** What deserves a look in all of the content. */
  readonly waarschuwingen: readonly Finding[];
  readonly wijzigingen: readonly PartChange[];
  /** Null: there are faults in what the advice is made of, so that nothing can be said of it yet. */
  readonly advies: {
    /** Whether the advice is other in some case: then whoever publishes gives a reason. */
    readonly verandert: boolean;
    readonly effecten: readonly Effect[];
  } | null;
  readonly vasteCasussen: readonly BrokenCase[];
}
