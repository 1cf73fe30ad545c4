import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Views } from '../domain/views.ts';

type Render = Handlebars.TemplateDelegate;

/** Thrown when templates cannot be used; `fouten` names each one. */
export class TemplateFault extends Error {
  readonly fouten: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'TemplateFault';
    this.fouten = faults;
  }
}

/** A name that is no helper is a value, so nothing needs to look for a helper of that name. */
const OPTIONS = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
};

/** What makes text safe in HTML and in quoted attributes; the ampersand goes first, since the others bring one. */
const REPLACEMENTS = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ["'", '&#x27;'],
  ['"', '&quot;'],
] as const;

// Handlebars escapes = and ` as well, for attributes without quotes, which our templates do not have; without it a
// link such as /advies?a=… stands in the page as it is.
Object.assign(Handlebars.Utils, { escapeExpression });

function escapeExpression(waarde: unknown): string {
  if (waarde instanceof Handlebars.SafeString) return waarde.toHTML();
  const tekst = String(waarde ?? '');
  // Most texts have nothing to replace, and looking is cheaper than replacing nothing. In a long one, as of a case, a
  // function for each character would take longer than a pass for each kind.
  if (!/[&<>"']/.test(tekst)) return tekst;
  return REPLACEMENTS.reduce((safe, [char, entity]) => safe.replaceAll(char, entity), tekst);
}

/**
 * Reads and compiles all templates below `root` (the folder `views`) once: a fault in one must show at the start, not
 * when it is first used. A page gets its layout; a text (mail) is not HTML, so it has an instance of its own that
 * escapes nothing.
 * @throws TemplateFault with every template that is missing or written wrong.
 */
export function createViews(root: string): Views {
  const faults: string[] = [];
  const html = Handlebars.create();
  const partials = compileFolder(html, root, 'partials', faults);
  const pages = compileFolder(html, root, 'pages', faults);
  const layout = compileFolder(html, root, 'layouts', faults).get('page');
  html.registerPartial(Object.fromEntries(partials));

  const text = Handlebars.create();
  text.registerPartial(Object.fromEntries(compileFolder(text, root, 'mail/partials', faults)));
  const texts = compileFolder(text, root, 'mail', faults);

  if (faults.length > 0) throw new TemplateFault(faults);
  if (!layout) throw new TemplateFault(['views/layouts/page.hbs ontbreekt.']);
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

/** The templates of one folder by name; what is wrong with them is added to `faults`. */
function compileFolder(
  instance: typeof Handlebars,
  root: string,
  folder: string,
  faults: string[],
): Map<string, Render> {
  const templates = new Map<string, Render>();
  for (const { naam, tekst } of readFolder(root, folder, faults)) {
    try {
      const isText = folder.startsWith('mail');
      templates.set(naam, compile(instance, isText ? tekst : unindent(tekst), isText));
    } catch (error) {
      const uitleg = (error as Error).message.replaceAll(/\s+/g, ' ');
      faults.push(`views/${folder}/${naam}.hbs: dit sjabloon is niet goed geschreven (${uitleg}).`);
    }
  }
  return templates;
}

/** Compiles now: `Handlebars.compile` waits until a template is first used, and so does what is wrong with it. */
function compile(instance: typeof Handlebars, tekst: string, noEscape: boolean): Render {
  return instance.template(
    new Function(`return ${Handlebars.precompile(tekst, { ...OPTIONS, noEscape })}`)(),
  );
}

function readFolder(root: string, folder: string, faults: string[]): { naam: string; tekst: string }[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
      .map(({ name }) => ({
        naam: name.slice(0, -'.hbs'.length),
        tekst: readFileSync(join(root, folder, name), 'utf8'),
      }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    faults.push(`views/${folder} is niet te lezen (${code}). Zet de map met sjablonen terug.`);
    return [];
  }
}
