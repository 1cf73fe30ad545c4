import type { Request, RequestHandler, Response } from 'express';
import type { Advies } from '../../../domain/advice/advies.ts';
import type { Casus } from '../../../domain/casus/casus.ts';
import type { CasusRules } from '../../../domain/casus/casus-rules.ts';
import type { VeldFault } from '../../../domain/referral/verwijzing.ts';
import type { CasePackages } from '../case-packages.ts';
import type { CasusReader } from '../read-casus.ts';
import type { Shown } from '../shown.ts';

/** What the page of a case has for the pages beside it. */
export interface CasusDesk extends Pick<CasePackages, 'showGoingOn'> {
  readonly rules: CasusRules;
  readonly reader: CasusReader;
  /** Reads the body of a post with a case in it. */
  readonly readBody: RequestHandler<Record<string, string>>;
  readonly advise: (casus: Casus) => Promise<Advies>;
  readonly showCasus: (res: Response, casus: Casus, shown?: Shown) => Promise<void>;
  /** Tells what is wrong with the case of a post. */
  readonly refuse: (req: Request, res: Response, brought: { readonly fouten: readonly VeldFault[] }) => void;
}

type Handle = (res: Response, casus: Casus, form: URLSearchParams) => Promise<void> | void;

/** Handles a post with the case that it carries. */
export function handleCasus(
  { readBody, reader, refuse }: CasusDesk,
  handle: Handle,
): RequestHandler<Record<string, string>>[] {
  return [
    readBody,
    async (req, res) => {
      const brought = await reader.readForm(req as Request, req.body);
      if ('fouten' in brought) return refuse(req as Request, res, brought);
      return handle(res, brought.casus, req.body);
    },
  ];
}
