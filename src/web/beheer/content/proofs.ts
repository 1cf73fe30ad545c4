import type { Proof } from '../../../domain/editing/proof.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import type { Editing } from '../../../editing/editing.ts';

/** How many drafts to remember the proof of: a proof takes a part of a second, and every page of a draft shows it. */
const AT_HAND = 8;

/** Gives what a draft does; once for every time that it was written. */
export type ProveDraft = (draft: OpenDraft) => Promise<Proof>;

/** Makes what proves drafts and remembers the last ones. */
export function createProveDraft({
  publishing,
  versions,
}: Pick<Editing, 'publishing' | 'versions'>): ProveDraft {
  const atHand = new Map<string, Promise<Proof>>();
  return async (draft) => {
    const { nummer } = await versions.readLive();
    const key = `${draft.id} ${draft.revision} ${nummer}`;
    const known = atHand.get(key) ?? publishing.proveDraft(draft);
    atHand.delete(key);
    atHand.set(key, known);
    known.catch(() => atHand.delete(key));
    const [oldest] = atHand.keys();
    if (atHand.size > AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return known;
  };
}
