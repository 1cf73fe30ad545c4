import { listChangedParts } from '../../../domain/editing/part.ts';
import type { BeheerDeps } from '../area.ts';
import { toPartTitle } from './describe-part.ts';

/** How many things are named. */
const NAMED = 2;

/** Tells in a few words what is in a draft, so that one is known from another: the first things that it changes. */
export async function tellContents(
  { say, editing }: Pick<BeheerDeps, 'say' | 'editing'>,
  id: string,
): Promise<string> {
  const draft = await editing.drafts.open(id);
  const parts = draft ? listChangedParts(draft.basis, draft.files) : [];
  if (!draft || parts.length === 0) return say('concepten.nog-leeg');
  const titels = parts
    .slice(0, NAMED)
    .map((part) => toPartTitle(say, [draft.files, draft.basis], part))
    .join('; ');
  return say(parts.length > NAMED ? 'concepten.inhoud-meer' : 'concepten.inhoud', {
    titels,
    aantal: parts.length,
  });
}
