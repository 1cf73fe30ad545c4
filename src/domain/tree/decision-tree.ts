import type { Uitkomst } from '../model/uitkomst.ts';

/** One condition of a table; `id` is unique within the table. */
export interface CriteriumPart {
  readonly soort: 'criterium';
  readonly id: string;
  readonly tekst: string;
}

/** How the criteria of a table make the whole: a criterion, or a group of which all, or one, must hold. */
export type RegelPart =
  | CriteriumPart
  | { readonly soort: 'alle' | 'een'; readonly kop: string; readonly delen: readonly RegelPart[] };

/** A place in the tree; `id` is unique in it. */
export type TreeNode =
  | {
      readonly soort: 'vraag';
      readonly id: string;
      readonly feit: string;
      readonly tekst: string;
      readonly toelichting: string | null;
    }
  | TafelNode
  | { readonly soort: 'oordeel'; readonly id: string; readonly tekst: string }
  | {
      readonly soort: 'uitkomst';
      readonly id: string;
      readonly uitkomst: Uitkomst;
      readonly tekst: string;
      readonly toelichting: string;
    };

/** A table or provision with all its criteria. */
export interface TafelNode {
  readonly soort: 'tafel';
  readonly id: string;
  readonly tafel: string;
  readonly isVoorziening: boolean;
  readonly tekst: string;
  readonly trede: number;
  readonly regel: RegelPart;
  /** Criteria that are shown but never decide, with what stands above them; null when there are none. */
  readonly aandachtspunten: { readonly kop: string; readonly delen: readonly CriteriumPart[] } | null;
}

/** When an arrow is followed, so that a program can walk the tree as well; `text` says the same in words. */
type Condition =
  /** The answer to the question where the arrow starts is, or holds, one of these. */
  | { readonly soort: 'antwoord'; readonly opties: readonly string[] }
  /** The answer to another question is one of these. */
  | { readonly soort: 'antwoordOp'; readonly feit: string; readonly opties: readonly string[] }
  /** The table where the arrow starts fits, and was not tried. */
  | { readonly soort: 'past' }
  /** Of all tables that were reached, one fits and was not tried; or one is still open and was not tried. */
  | { readonly soort: 'eenPast' | 'eenOpen' }
  /** Whatever the answers. */
  | { readonly soort: 'altijd' }
  /** No other arrow from here is followed. */
  | { readonly soort: 'anders' };

/** An arrow between two places, with its condition in words. */
export interface Arrow {
  readonly van: string;
  readonly to: string;
  readonly tekst: string;
  readonly als: Condition;
}

/** The decision tree as places and arrows; picture, list and download are all views of this. */
export interface Tree {
  readonly titel: string;
  readonly beschrijving: string;
  /** In the order in which they are reached; the first is where it starts. */
  readonly nodes: readonly TreeNode[];
  readonly pijlen: readonly Arrow[];
}
