import { pruneTokens, readProperties, stripComments } from './custom-properties.ts';

/** The pieces of the style sheet, in the order in which they end up in it. */
export type CssSources = {
  /** The css of each component that is used. */
  readonly components: readonly string[];
  /** The design tokens to pick values from: css with one long list of custom properties. */
  readonly tokens: string;
  /** Our own custom properties at the root; they overrule the design tokens. */
  readonly layers: readonly string[];
  /** Our own layout and components. */
  readonly site: string;
};

const notice =
  '/*! NL Design System: Utrecht components and Voorbeeld design tokens, EUPL-1.2. Source Sans 3: OFL-1.1. */';

/** A quoted text, which stays as it is, or space, also around a mark that needs none. */
const spacePattern = /("[^"]*"|'[^']*')|\s*([{};,])\s*|\s+/g;

/** Makes one style sheet: components, the design tokens that are in use, our own tokens and theme, our own layout. */
export function collectCss(sources: CssSources): string {
  const own = [...sources.layers, sources.site].map(shrink);
  const components = sources.components.map(shrink);
  const overruled = readProperties(sources.layers.join('\n'));
  const kept = pruneTokens([...components, ...own].join('\n'), readProperties(sources.tokens), overruled);
  const root = `:root{${[...kept].map(([name, value]) => `${name}:${value}`).join(';')}}`;
  return `@charset "UTF-8";\n${[notice, ...components, root, ...own].join('\n')}\n`;
}

/** Takes out what a browser does not need: comments, a charset rule that would no longer stand first, spare space. */
function shrink(css: string): string {
  return stripComments(css)
    .replace(/@charset "UTF-8";/gi, '')
    .replace(spacePattern, (_whole, text?: string, mark?: string) => text ?? mark ?? ' ')
    .replace(/;}/g, '}')
    .trim();
}
