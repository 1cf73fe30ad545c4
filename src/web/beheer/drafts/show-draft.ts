import type { Response } from 'express';
import type { OpenDraft } from '../../../editing/drafts.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { createCatalog } from '../content/catalog.ts';
import { readNames } from '../read-names.ts';
import { type Refused, toDraftPage } from './to-draft-page.ts';

/** Shows the page of a draft: after something was done, or with what was refused. */
export type ShowDraft = (
  res: Response,
  draft: OpenDraft,
  about?: { readonly gedaan?: string | null; readonly geweigerd?: Refused; readonly status?: number },
) => Promise<void>;

/** Makes what shows a draft, with its proof. */
export function createShowDraft({ say, show, editing, records, content }: BeheerDeps): ShowDraft {
  const catalog = createCatalog(() => editing.soorten);
  return async (res, draft, { gedaan = null, geweigerd, status } = {}) => {
    const [proof, live, toName] = await Promise.all([
      editing.proofs.ofDraft(draft),
      records.findLiveVersion(),
      readNames(records, say),
    ]);
    const { wie } = getBezoeker(res);
    const page = toDraftPage({
      ...{ say, content, formulieren: catalog.formulieren, draft, proof, live, wie, toName, gedaan },
      geweigerd: geweigerd ?? null,
    });
    show(res, page, status);
  };
}
