import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Response } from 'express';
import { toDateText } from '../domain/calendar.ts';
import type { Noodnummer } from '../domain/model/contact.ts';
import type { Say } from '../domain/texts.ts';
import type { Views } from '../domain/views.ts';
import { toCrumb } from './describe-page.ts';

/** Addresses of the static files, with a hash in their names. */
export interface Assets {
  readonly css: string;
  readonly js: readonly string[];
  readonly font: string;
  readonly favicon: string;
  /** The style sheet of the operator, after ours; null when there is none. */
  readonly eigenCss: string | null;
}

/** A place in the breadcrumb trail; the page itself has no address. */
export interface Crumb {
  readonly tekst: string;
  readonly href?: string;
}

/** One page: its template and model, and what the layout shows around it. */
export interface Page {
  readonly template: string;
  readonly titel: string;
  /** One sentence for search engines and link previews. */
  readonly beschrijving?: string;
  readonly model: object;
  /** The trail to this page, after the home page; none on the home page itself. */
  readonly kruimels?: readonly Crumb[];
  /** Show all numbers for acute danger above the page; else the first one, with the others folded. */
  readonly gevaarOpen?: boolean;
  /** What the page is about, for search engines (schema.org). */
  readonly jsonLd?: object | null;
  /** The page has a form with faults. */
  readonly fout?: boolean;
  /** An answer in the address fell away, since the content changed: the page says so. */
  readonly vervallen?: boolean;
  /** Around a page of who is logged in to `/beheer`: its own menu, and who that is. */
  readonly beheer?: BeheerHead;
}

/** What stands above every page of who is logged in to `/beheer`. */
interface BeheerHead {
  readonly menu: readonly { readonly tekst: string; readonly href: string; readonly huidig: boolean }[];
  readonly email: string;
  /** The name of their role. */
  readonly rol: string;
}

/** A page that is the same for every visitor, with its address. */
export interface StaticPage extends Page {
  readonly pad: string;
}

/** Renders a page in the layout; `path` is its address, to mark the place in the navigation. */
export type RenderPage = (path: string, page: Page) => string;

/** What is made for one request is compressed quickly; a page of this many bytes, well enough to be worth the time. */
const LARGE = 200_000;
const toEffort = (brotli: number, gzip: number) => ({
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: brotli } },
  gzip: { level: gzip },
});
// For brotli 0 in place of 1: a third less work for one byte in a hundred and sixty.
const QUICK = toEffort(0, 3);
const GOOD = toEffort(3, 4);
const NAVIGATION = ['vragen', 'overlegtafels', 'gemeenten', 'clientondersteuning', 'zoeken'] as const;

/** Makes the renderer of pages, with the name that the operator gave the site; what the layout needs is prepared once. */
export function createRenderPage(
  { views, say }: { readonly views: Views; readonly say: Say },
  assets: Assets,
  noodnummers: readonly Noodnummer[],
  siteNaam = say('site.naam'),
): RenderPage {
  const start: Crumb = { tekst: say('pagina.start-kruimel'), href: '/' };
  const navigation = NAVIGATION.map((pagina) => toCrumb(say, pagina));
  const numbers = noodnummers.filter(({ direct }) => direct).map(toNumber);
  // Few of them, and the same on many pages: each is rendered once.
  const headings = new Map(
    [...navigation.map(({ href }) => href), null].map((here) => [
      here,
      views.renderPart('site-header', {
        siteNaam,
        navigatie: navigation.map((item) => ({ ...item, huidig: item.href === here })),
      }),
    ]),
  );
  const gevaar = (open: boolean) =>
    toLatin1(views.renderPart('danger-banner', { noodnummers: numbers, open }));
  const gevaren = { dicht: gevaar(false), open: gevaar(true) };
  const findHeading = (path: string) => {
    const here = navigation.find(({ href }) => path === href || path.startsWith(`${href}/`))?.href ?? null;
    return headings.get(here);
  };
  const makeHeading = ({ menu }: BeheerHead) =>
    views.renderPart('site-header', { siteNaam, navigatie: menu });
  return (pad, { template, titel, beschrijving = say('site.beschrijving'), model, kruimels, ...page }) =>
    views.renderPage(template, {
      ...model,
      titel,
      // By a name of its own: a field without a description would otherwise show that of the page.
      paginaBeschrijving: beschrijving,
      paginaMetFout: page.fout ?? false,
      vervallen: page.vervallen ?? false,
      siteNaam,
      // The path only: a query may hold the answers.
      pad,
      assets,
      siteKop: page.beheer ? makeHeading(page.beheer) : findHeading(pad),
      beheer: page.beheer ?? null,
      kruimels: kruimels ? [start, ...kruimels] : null,
      jsonLd: page.jsonLd ? toScriptText(page.jsonLd) : null,
      gevaar: page.beheer ? '' : page.gevaarOpen ? gevaren.open : gevaren.dicht,
    });
}

/**
 * The same HTML with only Latin-1 in it: a page of that alone is encoded four times faster, and one “ in what stands on
 * every page is enough to lose it.
 */
function toLatin1(html: string): string {
  return html.replaceAll(/[^\0-\u00ff]/gu, (char) => `&#${char.codePointAt(0)};`);
}

/** Data as JSON that can stand in a script element: nothing in it ends that element or starts a comment. */
function toScriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/**
 * Sends a page that is made for this request: rendered, compressed as the client takes it, and sent. It may hold answers, so
 * nobody may keep it. Past `res.send`, which looks for more than is needed here, and past middleware that compresses, which
 * makes a stream for every answer.
 */
export function sendPage(res: Response, render: RenderPage, page: Page, status = 200): void {
  const html = Buffer.from(render(res.req.path, page));
  const [body, encoding] = compress(html, String(res.req.headers['accept-encoding'] ?? ''));
  res
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      Vary: 'Accept-Encoding',
      'Content-Length': body.length,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    })
    .end(body);
}

/** The bytes to send, and how they are encoded. Browsers name encodings without a weight, so one with a weight is not taken. */
function compress(html: Buffer, accepted: string): [Buffer, 'br' | 'gzip' | null] {
  const takes = accepted.split(',').map((naam) => naam.trim());
  const effort = html.length < LARGE ? QUICK : GOOD;
  if (takes.includes('br')) return [brotliCompressSync(html, effort.br), 'br'];
  return takes.includes('gzip') ? [gzipSync(html, effort.gzip), 'gzip'] : [html, null];
}

/** Sends the visitor on after a form, or to where the answers lead; `path` is a path of ours. */
export function redirect(res: Response, path: string): void {
  res.writeHead(303, { Location: path, 'Content-Length': 0 }).end();
}

/** A number as it is shown, with its `tel:` link; null values where there is none. Who shows its source adds that. */
export function toNumber({ kies, alternatief, gecontroleerd, ...number }: Noodnummer) {
  return {
    ...number,
    bron: null,
    tel: kies === null ? null : `tel:${kies}`,
    alternatief: alternatief && { nummer: alternatief.nummer, tel: `tel:${alternatief.kies}` },
    gecontroleerd: toDateText(gecontroleerd),
  };
}

/** A file that is the same for every visitor, with its address and what a browser must know of it. */
export interface StaticFile {
  readonly pad: string;
  readonly type: string;
  /** Makes what is in it, as it is on this day. */
  make(today: Date): string | Promise<string>;
  readonly headers: Readonly<Record<string, string>>;
}
