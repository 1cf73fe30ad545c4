import { setImmediate as takeTurn } from 'node:timers/promises';
import type { Content } from '../domain/model/content.ts';
import { listPages } from './list-static-files.ts';
import { type Assets, createRenderPage } from './page.ts';

/** All that pages are made of beside the content. */
type Base = Omit<Parameters<typeof listPages>[0], 'content'> &
  Parameters<typeof createRenderPage>[0] & {
    readonly assets: Assets;
    /** The name that the operator gave the site; null: ours. */
    readonly siteNaam: string | null;
    /** The day in the Netherlands, as one moment. */
    readonly today: () => Date;
  };

/** Makes the public pages of any content as HTML, by address; only the one at `path` when that is given. */
export type PreviewPages = (content: Content, path?: string) => Promise<ReadonlyMap<string, string>>;

/** Makes what shows pages before they are public; one page a turn, so that requests come in between. */
export function createPreview(base: Base): PreviewPages {
  return async (content, path) => {
    const pages = listPages({ ...base, content }, base.today());
    const render = createRenderPage(base, base.assets, content.noodnummers, base.siteNaam ?? undefined);
    const made = new Map<string, string>();
    for (const page of pages) {
      if (path !== undefined && page.pad !== path) continue;
      await takeTurn();
      made.set(page.pad, render(page.pad, page));
    }
    return made;
  };
}
