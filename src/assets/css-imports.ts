const importPattern = /@import\s+(?:url\(\s*)?["']([^"']+)["']/g;

/** Lists the files that a style sheet imports, in order, as they are written there. */
export function listImports(css: string): readonly string[] {
  return [...css.matchAll(importPattern)].map((match) => match[1] ?? '');
}
