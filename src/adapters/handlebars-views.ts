import type { Views } from '../domain/ports/views.ts';
import { compileTemplate, type Sjabloon } from './templates/compile-template.ts';
import { readTemplates, SjabloonFout, toKenmerk } from './templates/read-templates.ts';
import { handlebars } from './templates/runtime.ts';

type Render = (model: object) => string;

const LAYOUT = 'views/layouts/page.hbs';

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
Object.assign(handlebars.Utils, { escapeExpression });

function escapeExpression(waarde: unknown): string {
  if (waarde instanceof handlebars.SafeString) return waarde.toHTML();
  const tekst = String(waarde ?? '');
  // Most texts have nothing to replace, and looking is cheaper than replacing nothing.
  return /[&<>"']/.test(tekst) ? tekst.replace(/[&<>"']/g, (teken) => TEKENS[teken] ?? teken) : tekst;
}

/**
 * Reads all templates below `root` (the folder `views`) once; each is compiled when it is first used, or was in the build.
 * A page gets its layout; a text (mail) is not HTML, so it has an instance of its own that escapes nothing.
 * @throws SjabloonFout with every template that is missing or written wrong.
 */
export function createViews(root: string): Views {
  const sjablonen = readTemplates(root);
  const html = handlebars.create();
  const partials = toRenders(html, sjablonen.partials);
  const pages = toRenders(html, sjablonen.pages);
  const layout = toRenders(html, sjablonen.layouts).get('page');
  if (!layout) throw new SjabloonFout([`${LAYOUT} ontbreekt.`]);
  html.registerPartial(Object.fromEntries(partials));

  const text = handlebars.create();
  text.registerPartial(Object.fromEntries(toRenders(text, sjablonen['mail/partials'])));
  const texts = toRenders(text, sjablonen.mail);

  return {
    renderPage: (template, model) => layout({ ...model, inhoud: find(pages, template)(model) }),
    renderContent: (template, model) => find(pages, template)(model),
    renderPart: (partial, model) => find(partials, partial)(model),
    escape: escapeExpression,
    kenmerk: toKenmerk(sjablonen),
    renderText: (template, model) => find(texts, template)(model),
    hasText: (template) => texts.has(template),
  };
}

function find(templates: ReadonlyMap<string, Render>, naam: string): Render {
  const template = templates.get(naam);
  if (!template) throw new Error(`De sjabloon ${naam} bestaat niet.`);
  return template;
}

/** Makes of templates what renders them, each when it is first used. */
function toRenders(
  instance: ReturnType<typeof handlebars.create>,
  sjablonen: readonly Sjabloon[],
): Map<string, Handlebars.TemplateDelegate> {
  return new Map(
    sjablonen.map((sjabloon) => {
      let template: Handlebars.TemplateDelegate | null = null;
      return [
        sjabloon.naam,
        (model, options) => {
          template ??= instance.template(compileTemplate(sjabloon));
          return template(model, options);
        },
      ];
    }),
  );
}
