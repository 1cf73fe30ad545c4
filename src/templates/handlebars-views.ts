import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Views } from '../domain/views.ts';

type Render = Handlebars.TemplateDelegate;

/** Thrown when templates cannot be used; `fouten` names each one. */
export class SjabloonFout extends Error {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    super(fouten.join('\n'));
    this.name = 'SjabloonFout';
    this.fouten = fouten;
  }
}

/** A name that is no helper is a value, so nothing needs to look for a helper of that name. */
const OPTIES = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
};

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
 * Reads and compiles all templates below `root` (the folder `views`) once: a fault in one must show at the start, not
 * when it is first used. A page gets its layout; a text (mail) is not HTML, so it has an instance of its own that
 * escapes nothing.
 * @throws SjabloonFout with every template that is missing or written wrong.
 */
export function createViews(root: string): Views {
  const fouten: string[] = [];
  const html = Handlebars.create();
  const partials = compileMap(html, root, 'partials', fouten);
  const pages = compileMap(html, root, 'pages', fouten);
  const layout = compileMap(html, root, 'layouts', fouten).get('page');
  html.registerPartial(Object.fromEntries(partials));

  const text = Handlebars.create();
  text.registerPartial(Object.fromEntries(compileMap(text, root, 'mail/partials', fouten)));
  const texts = compileMap(text, root, 'mail', fouten);

  if (fouten.length > 0) throw new SjabloonFout(fouten);
  if (!layout) throw new SjabloonFout(['views/layouts/page.hbs ontbreekt.']);
  return {
    renderPage: (template, model) => layout({ ...model, inhoud: find(pages, template)(model) }),
    renderPart: (partial, model) => find(partials, partial)(model),
    renderText: (template, model) => find(texts, template)(model),
    hasText: (template) => texts.has(template),
  };
}

/** Indentation is for who reads the template: without it a page is 7 % smaller, and looks the same. */
function unindent(tekst: string): string {
  return tekst.replace(/^[ \t]+/gm, '');
}

function find(templates: ReadonlyMap<string, Render>, naam: string): Render {
  const template = templates.get(naam);
  if (!template) throw new Error(`De sjabloon ${naam} bestaat niet.`);
  return template;
}

/** The templates of one folder by name; what is wrong with them is added to `fouten`. */
function compileMap(
  instance: typeof Handlebars,
  root: string,
  map: string,
  fouten: string[],
): Map<string, Render> {
  const templates = new Map<string, Render>();
  for (const { naam, tekst } of readMap(root, map, fouten)) {
    try {
      const isText = map.startsWith('mail');
      templates.set(naam, compile(instance, isText ? tekst : unindent(tekst), isText));
    } catch (error) {
      const uitleg = (error as Error).message.replaceAll(/\s+/g, ' ');
      fouten.push(`views/${map}/${naam}.hbs: dit sjabloon is niet goed geschreven (${uitleg}).`);
    }
  }
  return templates;
}

/** Compiles now: `Handlebars.compile` waits until a template is first used, and so does what is wrong with it. */
function compile(instance: typeof Handlebars, tekst: string, noEscape: boolean): Render {
  return instance.template(new Function(`return ${Handlebars.precompile(tekst, { ...OPTIES, noEscape })}`)());
}

function readMap(root: string, map: string, fouten: string[]): { naam: string; tekst: string }[] {
  try {
    return readdirSync(join(root, map), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
      .map(({ name }) => ({
        naam: name.slice(0, -'.hbs'.length),
        tekst: readFileSync(join(root, map, name), 'utf8'),
      }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    fouten.push(`views/${map} is niet te lezen (${code}). Zet de map met sjablonen terug.`);
    return [];
  }
}
