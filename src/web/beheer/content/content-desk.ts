import type { Request, Response } from 'express';
import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import type { Proof } from '../../../domain/editing/proof.ts';
import { isOpen, type OpenDraft } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { type Catalog, createCatalog } from './catalog.ts';
import { toDraftPath } from './paths.ts';

/** What the pages of the content of a draft work with. */
export interface ContentDesk {
  readonly catalog: Catalog;
  /** What the draft does; the same draft is proved once. */
  readonly prove: (draft: OpenDraft) => Promise<Proof>;
  /** The draft of the address; null when it is not there, or has been answered: what is closed is read on its own page. */
  readonly openDraft: (req: Request, res: Response) => Promise<OpenDraft | null | 'answered'>;
  /** In a few words what a draft does. */
  readonly toStand: (proof: Proof) => string;
}

/** Makes what the pages of the content of a draft share. */
export function createContentDesk({ editing, say }: BeheerDeps): ContentDesk {
  return {
    catalog: createCatalog(() => editing.soorten),
    prove: (draft) => editing.proofs.ofDraft(draft),
    async openDraft(req, res) {
      const id = String(req.params.concept);
      const draft = await editing.drafts.open(id);
      if (draft === null || isOpen(draft.concept)) return draft;
      redirect(res, toDraftPath(id));
      return 'answered';
    },
    toStand: ({ fouten, advies }) =>
      say('beheer-inhoud.stand', { fouten: fouten.length, gevolgen: advies?.effecten.length ?? 0 }),
  };
}

/** The kind of content that an address names. */
export function findFormulier({ catalog }: ContentDesk, req: Request): Formulier | null {
  return catalog.find(String(req.params.soort));
}
