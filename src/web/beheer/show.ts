import type { Request, Response } from 'express';
import { type BeheerRol, hasRol } from '../../domain/editing/people.ts';
import { sendPage } from '../page.ts';
import type { Area, BeheerDeps, ShowPage } from './area.ts';
import { findBezoeker, getBezoeker } from './bezoeker.ts';
import { BEHEER } from './paths.ts';

/** Makes what shows a page of `/beheer` to who is logged in: with the parts that their role may enter, and who they are. */
export function createShow(
  { say, render }: Pick<BeheerDeps, 'say' | 'render'>,
  areas: readonly Area[],
): ShowPage {
  return (res, page, status) => {
    const { wie, csrf } = getBezoeker(res);
    // The address within `/beheer`, also where the router of an area stands lower.
    const here = res.req.originalUrl.split('?')[0] ?? '';
    const inMenu = listAreas(areas, wie.rol).filter(({ inBalk }) => !inBalk);
    const menu = inMenu.map(({ pad, naam }) => {
      const href = `${BEHEER}${pad}`;
      return { tekst: say(naam), href, huidig: here === href || here.startsWith(`${href}/`) };
    });
    const trail = page.kruimels ?? [{ tekst: page.titel }];
    const whole = {
      ...page,
      kruimels: here === BEHEER ? trail : [{ tekst: say('beheer.titel'), href: BEHEER }, ...trail],
      model: { ...page.model, csrf },
      beheer: { menu, email: wie.email, rol: say(`beheer.rol-${wie.rol}`) },
    };
    sendPage(res, render, whole, status);
  };
}

/** The areas that a role may enter, in the order of the menu. */
export function listAreas(areas: readonly Area[], rol: BeheerRol): readonly Area[] {
  return areas.filter((area) => hasRol(rol, area.rol));
}

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
  if (isIn) show(res, { ...page, kruimels: [] }, 403);
  else sendPage(res, render, page, 401);
}

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
