import { toDutchDate } from '../domain/calendar.ts';
import type { VasteCasus } from '../domain/editing/draft.ts';
import type { Proof } from '../domain/editing/proof.ts';
import type { Kept, Records } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import type { Content } from '../domain/model/content.ts';
import { createAtHand } from './at-hand.ts';
import type { OpenDraft } from './drafts.ts';

/** What a change does to the site and to the cases that must stay. */
export type Prove = (before: Files, after: Files, cases: readonly Kept<VasteCasus>[]) => Promise<Proof>;

interface Options {
  readonly records: Pick<Records, 'list'>;
  readonly prove: Prove;
  readonly now: () => Date;
}

/** How many proofs to keep at hand: who looks at a draft asks for it a few times, and then approves. */
const AT_HAND = 24;

/** The proofs of drafts and of versions. */
export type Proofs = ReturnType<typeof createProofs>;

/** Makes what proves changes. What is proved stays at hand for as long as nothing that it depends on changes. */
export function createProofs({ records, prove, now }: Options) {
  const atHand = createAtHand<Promise<Proof>>(AT_HAND);

  /** What was proved under this key, or what is proved now; what fails is not kept. */
  async function proveOnce(key: string, before: Files, after: Files): Promise<Proof> {
    const cases = await records.list('vasteCasus');
    const stamps = cases.map(({ id, revision }) => `${id}.${revision}`);
    // The day decides which addresses are due to be checked.
    const whole = [key, toDutchDate(now()), ...stamps].join(' ');
    const proof = atHand.get(whole, () => prove(before, after, cases));
    proof.catch(() => atHand.forget(whole));
    return proof;
  }

  return {
    /** What a draft does to the version that it changes; the same draft is proved once. */
    ofDraft: ({ id, revision, basis, files }: OpenDraft): Promise<Proof> =>
      proveOnce(`concept ${id} ${revision}`, basis, files),
    /** What bringing a version back does to the one that is live. */
    ofReturn: (from: number, before: Files, to: number, after: Files): Promise<Proof> =>
      proveOnce(`versie ${from} ${to}`, before, after),
  };
}

/** Reads content of its files; null when no site can be made of it, not even to look at. */
export type ReadFiles = (files: Files) => Content | null;

/** How many contents to keep at hand: who compares looks at the same two again and again. */
const CONTENTS_AT_HAND = 4;

/** Makes what reads contents; the last ones stay at hand. */
export function createContents(read: ReadFiles) {
  const atHand = createAtHand<Content | null>(CONTENTS_AT_HAND);
  return {
    /** The content that a draft changes, and as it makes it. */
    ofDraft: ({ id, revision, concept, basis, files }: OpenDraft) => ({
      before: atHand.get(`versie ${concept.basis} ${concept.basisProgramma ?? ''}`, () => read(basis)),
      after: atHand.get(`concept ${id} ${revision}`, () => read(files)),
    }),
  };
}
