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
export function stripComments(css: string): string {
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
