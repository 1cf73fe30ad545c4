/** The pieces of the style sheet, in the order in which they end up in it. */
type CssSources = {
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

/** Custom properties by name, dashes included, in the order of first appearance. */
export type CustomProperties = ReadonlyMap<string, string>;

const usePattern = /var\(\s*(--[\w-]+)/g;
const declarationPattern = /(?<![\w-])(--[\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;}"'])+)/g;

/** Lists the custom properties that a piece of css reads, those in the fallback of another one included. */
export function findUsedProperties(css: string): ReadonlySet<string> {
  return new Set([...css.matchAll(usePattern)].map((match) => match[1] ?? ''));
}

/** Reads the custom properties that a piece of css sets; of two of the same name the last counts, as in the cascade. */
export function readProperties(css: string): CustomProperties {
  return new Map(
    [...stripComments(css).matchAll(declarationPattern)].map((match) => [
      match[1] ?? '',
      (match[2] ?? '').trim(),
    ]),
  );
}

/** Takes the comments out of a piece of css. */
function stripComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '');
}

/**
 * Picks from the available design tokens those that the css reads, and those that they read in turn. What the
 * css sets itself at the root is left out, as are the tokens that only such an overruled token would have read.
 */
export function pruneTokens(
  css: string,
  available: CustomProperties,
  overruled: CustomProperties,
): CustomProperties {
  const kept = new Map<string, string>();
  const waiting = [...findUsedProperties(css)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const value = available.get(name);
    if (value === undefined || kept.has(name) || overruled.has(name)) continue;
    kept.set(name, value);
    waiting.push(...findUsedProperties(value));
  }
  return new Map([...kept].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const importPattern = /@import\s+(?:url\(\s*)?["']([^"']+)["']/g;

/** Lists the files that a style sheet imports, in order, as they are written there. */
export function listImports(css: string): readonly string[] {
  return [...css.matchAll(importPattern)].map((match) => match[1] ?? '');
}
