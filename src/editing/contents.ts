import type { Files } from '../domain/editing/versions.ts';
import type { Content } from '../domain/model/content.ts';
import type { OpenDraft } from './drafts.ts';

/** Reads content of its files; null when a site cannot be made of it. */
export type ReadFiles = (files: Files) => Content | null;

/** How many contents to keep at hand: who compares looks at the same two again and again. */
const AT_HAND = 4;

/** Makes what reads contents; the last ones stay at hand. */
export function createContents(read: ReadFiles) {
  const atHand = new Map<string, Content | null>();

  function readOnce(key: string, files: Files): Content | null {
    const known = atHand.get(key);
    const content = known === undefined ? read(files) : known;
    atHand.delete(key);
    atHand.set(key, content);
    const [oldest] = atHand.keys();
    if (atHand.size > AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return content;
  }

  return {
    /** The content that a draft changes, and as it makes it. */
    ofDraft: ({ id, revision, concept, basis, files }: OpenDraft) => ({
      before: readOnce(`versie ${concept.basis}`, basis),
      after: readOnce(`concept ${id} ${revision}`, files),
    }),
  };
}
