import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Views } from '../domain/ports/views.ts';

type Render = (model: object) => string;

/** Thrown when templates cannot be used; `fouten` names each one. */
export class SjabloonFout extends Error {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    super(fouten.join('\n'));
    this.name = 'SjabloonFout';
    this.fouten = fouten;
  }
}

const MAPPEN = ['partials', 'pages', 'layouts', 'mail/partials', 'mail'];
const LAYOUT = 'views/layouts/page.hbs';

const OPTIES = { strict: true, preventIndent: true };

/** Replacements that make text safe in HTML and in quoted attributes. */
const TEKENS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

// Handlebars escapes = and ` as well, for attributes without quotes, which our templates do not have; without it a
// link such as /advies?a=… stands in the page as it is.
Object.assign(Handlebars.Utils, { escapeExpression });

function escapeExpression(waarde: unknown): string {
  if (waarde instanceof Handlebars.SafeString) return waarde.toHTML();
  const tekst = String(waarde ?? '');
  // Most texts have nothing to replace, and looking is cheaper than replacing nothing.
  return /[&<>"']/.test(tekst) ? tekst.replace(/[&<>"']/g, (teken) => TEKENS[teken] ?? teken) : tekst;
}

/**
 * Compiles all templates below `root` (the folder `views`) once.
 * A page gets its layout; a text (mail) is not HTML, so it has an instance of its own that escapes nothing.
 * @throws SjabloonFout with every template that is missing or written wrong.
 */
export function createViews(root: string): Views {
  checkTemplates(root);
  const html = Handlebars.create();
  registerPartials(html, join(root, 'partials'));
  const pages = compileAll(html, join(root, 'pages'), false);
  const layout = compileAll(html, join(root, 'layouts'), false).get('page');
  if (!layout) throw new SjabloonFout([`${LAYOUT} ontbreekt.`]);

  const parts = new Map<string, Render>();
  const findPart = (partial: string): Render => {
    const part = parts.get(partial) ?? html.compile(`{{> ${partial}}}`, OPTIES);
    parts.set(partial, part);
    return part;
  };

  const text = Handlebars.create();
  // Plain text has no other way to make a heading stand out.
  text.registerHelper('koptekst', (tekst: string) => tekst.toLocaleUpperCase('nl'));
  registerPartials(text, join(root, 'mail', 'partials'));
  const texts = compileAll(text, join(root, 'mail'), true);

  return {
    renderPage: (template, model) => layout({ ...model, inhoud: find(pages, template)(model) }),
    renderContent: (template, model) => find(pages, template)(model),
    renderPart: (partial, model) => findPart(partial)(model),
    escape: escapeExpression,
    renderText: (template, model) => find(texts, template)(model),
    hasText: (template) => texts.has(template),
  };
}

/** Handlebars reads a template when it is first used; a fault in one must show at the start. */
function checkTemplates(root: string): void {
  const fouten = MAPPEN.flatMap((map) => {
    try {
      return readTemplates(join(root, map)).flatMap(([naam, tekst]) =>
        findSchrijffout(`views/${map}/${naam}.hbs`, tekst),
      );
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return [`views/${map} is niet te lezen (${code}). Zet de map met sjablonen terug.`];
    }
  });
  if (fouten.length > 0) throw new SjabloonFout(fouten);
}

function findSchrijffout(bestand: string, tekst: string): string[] {
  try {
    Handlebars.parse(tekst);
    return [];
  } catch (error) {
    const uitleg = (error as Error).message.replaceAll(/\s+/g, ' ');
    return [`${bestand}: dit sjabloon is niet goed geschreven (${uitleg}).`];
  }
}

function find(templates: ReadonlyMap<string, Render>, naam: string): Render {
  const template = templates.get(naam);
  if (!template) throw new Error(`De sjabloon ${naam} bestaat niet.`);
  return template;
}

function registerPartials(instance: typeof Handlebars, map: string): void {
  for (const [naam, tekst] of readTemplates(map)) instance.registerPartial(naam, tekst);
}

function compileAll(instance: typeof Handlebars, map: string, noEscape: boolean): Map<string, Render> {
  return new Map(
    readTemplates(map).map(([naam, tekst]) => [
      naam,
      instance.compile(tekst, { ...OPTIES, noEscape }) as Render,
    ]),
  );
}

function readTemplates(map: string): [naam: string, tekst: string][] {
  return readdirSync(map, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map(({ name }) => [name.slice(0, -'.hbs'.length), readFileSync(join(map, name), 'utf8')]);
}
