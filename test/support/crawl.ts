/** What stands at an address. */
export interface Gevonden {
  readonly status: number;
  /** Empty when it is not a page. */
  readonly html: string;
}

/** Every address of the site that links without answers in them lead to, from these. */
export async function crawl(
  get: (pad: string) => Promise<Gevonden>,
  begin: readonly string[] = ['/'],
): Promise<Map<string, Gevonden>> {
  const gevonden = new Map<string, Gevonden>();
  const teGaan = [...begin];
  for (let pad = teGaan.pop(); pad !== undefined; pad = teGaan.pop()) {
    if (gevonden.has(pad)) continue;
    const antwoord = await get(pad);
    gevonden.set(pad, antwoord);
    const verder = readHrefs(antwoord.html).filter((href) => /^\/(?!.*\?a=)/.test(href));
    teGaan.push(...verder.map((href) => href.replace(/#.*/, '')));
  }
  return gevonden;
}

/** Where the links of a page lead to. */
export function readHrefs(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
