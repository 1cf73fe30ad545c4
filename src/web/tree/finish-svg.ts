import { escapeXml } from '../escape-xml.ts';
import { COLOURS } from './colours.ts';

/** What a picture is called, and what it shows. */
export interface Caption {
  readonly titel: string;
  readonly beschrijving: string;
}

const FONT_FAMILY = "'Source Sans 3', Arial, Helvetica, sans-serif";

/**
 * Makes a picture of Graphviz fit for the site, on its own or within a page: one pixel a point, with a name and a
 * description, without what a browser would show as loose hints (a text browser takes a title for that of the page), and without anything that the CSP forbids.
 */
export function finishSvg(graphviz: string, { titel, beschrijving }: Caption): string {
  const begin = /<svg [^>]*viewBox="0\.00 0\.00 ([\d.]+) ([\d.]+)"[^>]*>/.exec(graphviz);
  if (!begin) throw new Error('Graphviz gaf geen plaatje.');
  const [width, height] = [begin[1], begin[2]].map((size) => Math.ceil(Number(size)));
  const content = graphviz
    .slice(begin.index + begin[0].length)
    .replaceAll(/<!--.*?-->\n?/gs, '')
    .replaceAll(/<title>.*?<\/title>\n?/gs, '')
    .replaceAll(/ (?:id|class|xml:space|font-family)="[^"]*"/g, '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rdm-boom" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(titel)}" aria-describedby="boom-beschrijving" font-family="${FONT_FAMILY}">`,
    `<desc id="boom-beschrijving">${escapeXml(beschrijving)}</desc>`,
    // Firefox reads letters too, and the page has them as a list.
    '<g aria-hidden="true">',
    content.trim().replace(/<\/svg>$/, '</g></svg>'),
  ].join('\n');
}

/** Lets the colours of a picture follow the theme of the page that it stands in. */
export function followTheme(svg: string): string {
  const nameOf = new Map<string, string>(Object.entries(COLOURS).map(([naam, colour]) => [colour, naam]));
  return svg.replaceAll(/ (fill|stroke)="(#[0-9a-f]{6})"/g, (whole, attribute: string, colour: string) => {
    const naam = nameOf.get(colour);
    return naam === undefined ? whole : ` ${attribute}="var(--rdm-kleur-${naam}, ${colour})"`;
  });
}
