import { escapeXml } from '../escape-xml.ts';
import { KLEUREN } from './tree-colours.ts';

/** What a picture is called, and what it shows. */
export interface Bijschrift {
  readonly titel: string;
  readonly beschrijving: string;
}

const LETTERTYPE = "'Source Sans 3', Arial, Helvetica, sans-serif";

/**
 * Makes a picture of Graphviz fit for the site, on its own or within a page: one pixel a point, with a name and a
 * description, without what a browser would show as loose hints, and without anything that the CSP forbids.
 */
export function finishSvg(graphviz: string, { titel, beschrijving }: Bijschrift): string {
  const begin = /<svg [^>]*viewBox="0\.00 0\.00 ([\d.]+) ([\d.]+)"[^>]*>/.exec(graphviz);
  if (!begin) throw new Error('Graphviz gaf geen plaatje.');
  const [breedte, hoogte] = [begin[1], begin[2]].map((maat) => Math.ceil(Number(maat)));
  const inhoud = graphviz
    .slice(begin.index + begin[0].length)
    .replaceAll(/<!--.*?-->\n?/gs, '')
    .replaceAll(/<title>.*?<\/title>\n?/gs, '')
    .replaceAll(/ (?:id|class|xml:space|font-family)="[^"]*"/g, '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rdm-boom" width="${breedte}" height="${hoogte}" viewBox="0 0 ${breedte} ${hoogte}" role="img" aria-labelledby="boom-titel" aria-describedby="boom-beschrijving" font-family="${LETTERTYPE}">`,
    `<title id="boom-titel">${escapeXml(titel)}</title>`,
    `<desc id="boom-beschrijving">${escapeXml(beschrijving)}</desc>`,
    inhoud.trim(),
  ].join('\n');
}

/** Lets the colours of a picture follow the theme of the page that it stands in. */
export function followTheme(svg: string): string {
  const naamVan = new Map<string, string>(Object.entries(KLEUREN).map(([naam, kleur]) => [kleur, naam]));
  return svg.replaceAll(/ (fill|stroke)="(#[0-9a-f]{6})"/g, (heel, kenmerk: string, kleur: string) => {
    const naam = naamVan.get(kleur);
    return naam === undefined ? heel : ` ${kenmerk}="var(--rdm-kleur-${naam}, ${kleur})"`;
  });
}
