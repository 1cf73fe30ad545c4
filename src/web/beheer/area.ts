import type { Response, Router } from 'express';
import type { BeheerRol, Wie } from '../../domain/editing/people.ts';
import type { PlainKey } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import type { Page } from '../page.ts';
import type { Cookie } from './browser.ts';
import type { Catalog } from './content/catalog.ts';

/**
 * Shows a page of `/beheer` to who is logged in, with its menu; forms on it have `{{> csrf}}`. Without a trail of its own a page
 * has its title as the only crumb.
 */
export type ShowPage = (res: Response, page: Page, status?: number) => void;

/** What the pages of `/beheer` work with; `render` never puts the address of the page in it. */
export interface BeheerDeps extends Services {
  /** That of the session. */
  readonly cookie: Cookie;
  readonly show: ShowPage;
  readonly catalog: Catalog;
}

/** A part of `/beheer`, in the menu and on its first page for whoever may enter it. */
export interface Area {
  /** Below `/beheer`, such as `/mensen`. */
  readonly pad: string;
  readonly rol: BeheerRol;
  readonly naam: PlainKey;
  /** In one sentence, what one does there. */
  readonly uitleg: PlainKey;
  /** The bar above every page leads there; it need not be in the menu as well. */
  readonly inBalk?: true;
  /** What waits there for this person, in a few words; null when nothing does. */
  readonly wacht?: (deps: BeheerDeps, wie: Wie) => Promise<string | null>;
  /** Adds its pages to a router of its own; the guard has let through who is logged in and has `rol`. */
  readonly addRoutes: (router: Router, deps: BeheerDeps) => void;
  /** Pages of it elsewhere below `/beheer`, which are in no menu. */
  readonly elders?: Pick<Area, 'pad' | 'addRoutes'>;
}
