import type { Files } from '../domain/editing/versions.ts';
import type { Content } from '../domain/model/content.ts';
import { createAtHand } from './at-hand.ts';
import type { OpenDraft } from './drafts.ts';

/** Reads content of its files; null when a site cannot be made of it. */
export type ReadFiles = (files: Files) => Content | null;

/** How many contents to keep at hand: who compares looks at the same two again and again. */
const AT_HAND = 4;

/** Makes what reads contents; the last ones stay at hand. */
export function createContents(read: ReadFiles) {
  const atHand = createAtHand<Content | null>(AT_HAND);
  return {
    /** The content that a draft changes, and as it makes it. */
    ofDraft: ({ id, revision, concept, basis, files }: OpenDraft) => ({
      before: atHand.get(`versie ${concept.basis}`, () => read(basis)),
      after: atHand.get(`concept ${id} ${revision}`, () => read(files)),
    }),
  };
}
