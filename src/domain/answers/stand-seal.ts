import type { Antwoorden } from '../model/antwoorden.ts';

/** What opening a sealed stand gives: the answers, or why it cannot be used. */
export type OpenedStand =
  | {
      readonly antwoorden: Antwoorden;
      /** False when an answer fell away: since it was sealed, the content took out its question or an option of it. */
      readonly isWhole: boolean;
      /** Sealed less than an hour ago: it may go along in a next link as it is, still valid for eleven hours or more. */
      readonly isFresh: boolean;
      /** The last moment at which it opens. */
      readonly until: Date;
    }
  | { readonly fout: 'verlopen' | 'ongeldig' };

/** Seals the whole set of answers into a text for a URL, and opens it again; nothing is kept anywhere. */
export interface StandSeal {
  /** The sealed answers as URL-safe text, valid for 12 hours from now. */
  seal(antwoorden: Antwoorden): string;
  /** Opens what `seal` made; a forged, damaged or old one gives a `fout`, never an exception. */
  open(seal: string): OpenedStand;
}
