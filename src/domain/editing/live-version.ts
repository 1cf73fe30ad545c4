import type { Files } from './versions.ts';

/** The content that is live, for who changes it. */
export interface LiveVersion {
  /** The number of the version that this page was made of; 0: the files of the program. */
  readonly nummer: number;
  /** Its files. */
  readonly files: Files;
  /** The files of the program: version 0. */
  readonly projectFiles: Files;
  /** The newest version cannot be shown by this program, so that an older one is live: which, and why. Changes by itself. */
  readonly fault: LiveFault | null;
}

/** Why a version cannot be shown. */
export interface LiveFault {
  readonly nummer: number;
  /** A Dutch sentence each, with the file and the place. */
  readonly fouten: readonly string[];
}
