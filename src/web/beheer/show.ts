import type { BeheerRol } from '../../domain/editing/people.ts';
import { hasRol } from '../../domain/editing/people.ts';
import { sendPage } from '../page.ts';
import type { Area, BeheerDeps, ShowPage } from './area.ts';
import { getBezoeker } from './bezoeker.ts';
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
    const menu = listAreas(areas, wie.rol).map(({ pad, naam }) => {
      const href = `${BEHEER}${pad}`;
      return { tekst: say(naam), href, huidig: here === href || here.startsWith(`${href}/`) };
    });
    const kruimels = [{ tekst: say('beheer.titel'), href: BEHEER }, ...(page.kruimels ?? [])];
    sendPage(
      res,
      render,
      {
        ...page,
        kruimels: here === BEHEER ? [] : kruimels,
        model: { ...page.model, csrf },
        beheer: { menu, email: wie.email, rol: say(`beheer.rol-${wie.rol}`) },
      },
      status,
    );
  };
}

/** The areas that a role may enter, in the order of the menu. */
export function listAreas(areas: readonly Area[], rol: BeheerRol): readonly Area[] {
  return areas.filter((area) => hasRol(rol, area.rol));
}
