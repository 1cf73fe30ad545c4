import { join } from 'node:path';
import { type Advies, giveAdvies } from '../../src/domain/advice/advies.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { ROL } from '../../src/domain/model/routing-facts.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { toAdvicePage } from '../../src/web/advice/to-advice-page.ts';
import { createRenderPage } from '../../src/web/page.ts';
import { content, evaluate, model, ROOT } from './real-content.ts';
import { say } from './texts.ts';
import { vignettes } from './vignettes.ts';

const views = createViews(join(ROOT, 'views'));
const assets = { css: '/site.css', font: '/font.woff2', eigenCss: null, favicon: '/favicon.svg', js: [] };
const render = createRenderPage({ views, say }, assets, content.noodnummers);
const ROLLEN = (model.vraagOf.get(ROL)?.opties ?? []).map(({ id }) => id);

/** Every case in the words of every role. */
export const cases = vignettes.flatMap(({ naam, antwoorden }) =>
  ROLLEN.map((rol) => ({ naam: `${naam} (${rol})`, antwoorden: { ...antwoorden, [ROL]: rol } })),
);

interface Shown {
  readonly advies: Advies;
  readonly kop: string;
  /** The HTML of "Wat u nu doet". */
  readonly box: string;
  /** What is read of it: without markup, and without what only a screen reader says. */
  readonly tekst: string;
  /** The HTML of the whole page. */
  readonly pagina: () => string;
}

/** The advice for these answers as its reader sees it; who changed an answer saw that of `before`. */
export async function showAdvice(antwoorden: Antwoorden, before: Antwoorden | null = null): Promise<Shown> {
  const advies = await giveAdvies(model, evaluate, antwoorden);
  const vorig = before && (await giveAdvies(model, evaluate, before));
  const now = () => new Date('2026-11-29T09:00:00Z');
  const stand = {
    antwoorden,
    vorige: null,
    alles: false,
    vervallen: false,
    until: now,
    link: (path: string) => path,
    onward: (path: string) => path,
  };
  const deps = { content, model, say, now, ruimte: { read: () => ({}) } };
  const page = toAdvicePage(deps, advies, stand, { vorig, voorbeeld: null });
  const box = views.renderPart(`uitkomst-${advies.uitkomst}`, page.model);
  const tekst = box
    .replace(/<span class="rdm-onzichtbaar">.*?<\/span>/gs, '')
    .replace(/<(?!\/?(?:a|strong)\b)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const pagina = () => render('/advies', { ...page, model: { ...page.model, verder: {} } });
  return { advies, kop: page.titel, box, tekst, pagina };
}

/** The HTML without what is folded. */
export function withoutFolds(html: string): string {
  const rest = html.replace(/<details(?:(?!<details).)*?<\/details>/gs, '');
  return rest === html ? html : withoutFolds(rest);
}
