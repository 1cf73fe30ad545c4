import type { Proof } from '../../../domain/editing/proof.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { toTitle } from './catalog.ts';
import type { ContentDesk } from './content-desk.ts';
import { placeFault } from './faults.ts';
import { toContentPath, toThingPath } from './paths.ts';

/** What has to be done before a draft can be published, each with the field to do it in; null: the content as a whole. */
export interface ToDo {
  readonly href: string | null;
  readonly tekst: string;
}

/** Lists what is still wrong with the content of a draft. */
export function listToDo({ catalog }: ContentDesk, draft: OpenDraft, { fouten }: Proof): readonly ToDo[] {
  return fouten.map((finding) => {
    const placed = placeFault(draft.files, catalog.formulieren, finding);
    const soort = placed && catalog.find(placed.soort)?.soort;
    if (!placed || !soort) return { href: null, tekst: `${finding.bestand}: ${finding.melding}` };
    const { naam, pad } = placed;
    return {
      href: toThingPath(toContentPath(draft.id), soort.soort, naam, pad),
      tekst: `${toTitle(draft.files, soort, naam)}: ${finding.melding}`,
    };
  });
}
