import type { Response } from 'express';
import { sendPage } from '../page.ts';
import type { BeheerDeps } from './area.ts';

/**
 * Sends a page of ours that goes on by itself, or by its link. A cookie with `SameSite=Strict` goes along from there, and not
 * with a redirect of another site. `path` is a path of ours.
 */
export function sendOnward(
  { say, render }: Pick<BeheerDeps, 'say' | 'render'>,
  res: Response,
  path: string,
): void {
  res.set('Refresh', `0; url=${path}`);
  sendPage(res, render, { template: 'beheer-verder', titel: say('beheer.verder'), model: { href: path } });
}
