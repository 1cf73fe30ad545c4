import type { Request, Response } from 'express';
import { sendPage } from '../page.ts';
import type { BeheerDeps } from './area.ts';
import { findBezoeker } from './bezoeker.ts';

/**
 * Refuses a form of a session that is over, or of another one, and gives all that it holds back in a form to send once more:
 * what somebody typed is not lost. Only what the browser says to come from a page of ours is given back so.
 */
export function showAgain(
  { say, render, show }: Pick<BeheerDeps, 'say' | 'render' | 'show'>,
  req: Request,
  res: Response,
): void {
  const form = req.body as URLSearchParams;
  const isFromHere = req.headers['sec-fetch-site'] === 'same-origin';
  const velden = [...form].filter(([naam]) => naam !== 'csrf');
  const isIn = findBezoeker(res) !== undefined;
  const page = {
    template: 'beheer-nogmaals',
    titel: say(isIn ? 'beheer.nogmaals' : 'beheer.uitgelogd'),
    model: {
      isIn,
      naar: req.originalUrl,
      velden: isFromHere ? velden.map(([naam, waarde]) => ({ naam, waarde })) : null,
    },
  };
  if (isIn) show(res, page, 403);
  else sendPage(res, render, page, 401);
}
