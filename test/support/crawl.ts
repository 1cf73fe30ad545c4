/** What stands at an address. */
export interface Found {
  readonly status: number;
  /** Empty when it is not a page. */
  readonly html: string;
}

/** Every address of the site that links without answers in them lead to, from these. */
export async function crawl(
  get: (path: string) => Promise<Found>,
  begin: readonly string[] = ['/'],
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const toGo = [...begin];
  for (let path = toGo.pop(); path !== undefined; path = toGo.pop()) {
    if (found.has(path)) continue;
    const antwoord = await get(path);
    found.set(path, antwoord);
    const verder = readHrefs(antwoord.html).filter((href) => /^\/(?!.*\?a=)/.test(href));
    toGo.push(...verder.map((href) => href.replace(/#.*/, '')));
  }
  return found;
}

/** Where the links of a page lead to. */
export function readHrefs(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
