import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildTree } from '../../../src/domain/tree/build-tree.ts';
import type { Tree } from '../../../src/domain/tree/decision-tree.ts';
import { COLOURS } from '../../../src/web/tree/colours.ts';
import { finishSvg, followTheme } from '../../../src/web/tree/finish-svg.ts';
import { createGraphviz } from '../../../src/web/tree/graphviz.ts';
import { drawTree, layOutTree } from '../../../src/web/tree/lay-out-tree.ts';
import { toDot, toPlacesDot } from '../../../src/web/tree/to-dot.ts';
import { wrapText } from '../../../src/web/tree/to-dot-label.ts';
import { toMermaid } from '../../../src/web/tree/to-mermaid.ts';
import { toContrast } from '../../build/contrast.ts';
import { content, model, ROOT } from '../../support/real-content.ts';

const graphviz = await createGraphviz();
const tree = buildTree(model, content.beslisboom);
const { svg } = drawTree(graphviz, tree);

/** Every text in the tree holds marks that mean something to one of the languages. */
const AWKWARD = 'Zegt "ja" & <nee> \\ #1; `a` | {b}';
const awkwardTree: Tree = {
  titel: AWKWARD,
  beschrijving: AWKWARD,
  nodes: tree.nodes.map((node) => ({
    ...node,
    tekst: AWKWARD,
    ...('regel' in node
      ? { regel: { soort: 'criterium' as const, id: 'c', tekst: AWKWARD }, aandachtspunten: null }
      : {}),
  })) as Tree['nodes'],
  pijlen: tree.pijlen.map((arrow) => ({ ...arrow, tekst: AWKWARD })),
};

/** Where text stands in the picture, as somebody reads it: lines that belong together, marks as they are. */
function readSvg(picture: string): string {
  return [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, tekst = '']) => unescapeXml(tekst).trim())
    .join(' ');
}

function unescapeXml(tekst: string): string {
  return tekst
    .replaceAll('&#160;', ' ')
    .replaceAll('&#45;', '-')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const TEXTS = [
  ...tree.nodes.map(({ tekst }) => tekst),
  ...content.tafels.flatMap(({ regels }) => regels.criteria.map(({ tekst }) => tekst)),
  ...tree.pijlen.filter(({ als }) => als.soort !== 'altijd').map(({ tekst }) => tekst),
];

describe('het plaatje', () => {
  it('bevat elke plek, elk criterium en elke voorwaarde', () => {
    const parsed = readSvg(svg);
    for (const tekst of TEXTS) expect(parsed).toContain(tekst);
  });

  it('houdt zich aan de CSP: geen stijlen, scripts of bestanden van elders', () => {
    expect(svg).not.toMatch(/<(style|script|image|foreignObject|a)\b|\s(style|on\w+|href|xlink:\w+)=/);
    expect([...svg.matchAll(/https?:\/\/[^"\s]+/g)].map(([adres]) => adres)).toEqual([
      'http://www.w3.org/2000/svg',
    ]);
  });

  it('heeft een naam en een beschrijving, en verder geen losse titels', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+" aria-describedby="boom-beschrijving"/);
    expect(svg).toContain(`aria-label="${content.beslisboom.titel}"`);
    expect(svg).toContain(`<desc id="boom-beschrijving">${content.beslisboom.beschrijving}</desc>`);
    expect(svg).not.toContain('<title');
    expect(svg.match(/\bid="/g)).toHaveLength(1);
  });

  it('heeft letters van minstens 14 pixels', () => {
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
  });

  it('heeft de kleuren van het thema, met genoeg contrast', () => {
    const theme = readFileSync(join(ROOT, 'views/assets/css/theme.css'), 'utf8');
    for (const [naam, colour] of Object.entries(COLOURS))
      expect(theme).toContain(`--rdm-kleur-${naam}: ${colour};`);
    const used = new Set([...svg.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, colour]) => colour));
    expect(
      [...used].filter((colour) => !Object.values(COLOURS).some((thematisch) => thematisch === colour)),
    ).toEqual([]);
    const { tekst, primair, 'op-primair': opPrimair, rand, ...areas } = COLOURS;
    for (const [naam, area] of Object.entries(areas))
      if (naam.endsWith('licht') || naam === 'vlak')
        expect(toContrast(tekst, area)).toBeGreaterThanOrEqual(4.5);
    expect(toContrast(opPrimair, primair)).toBeGreaterThanOrEqual(4.5);
    expect(toContrast(rand, opPrimair)).toBeGreaterThanOrEqual(3);
  });

  it('volgt in een pagina het thema van de beheerder', () => {
    expect(followTheme('<path fill="#0d5866" stroke="none"/><path stroke="#123456"/>')).toBe(
      '<path fill="var(--rdm-kleur-primair, #0d5866)" stroke="none"/><path stroke="#123456"/>',
    );
  });

  it('legt geen twee plekken over elkaar, en de kolommen van boven naar beneden', () => {
    const sizes = graphviz.measure(toPlacesDot(tree));
    const points = layOutTree(tree, sizes);
    const boxes = [...points].map(([id, { x, y }]) => {
      const { breedte, hoogte } = sizes.get(id) ?? { breedte: 0, hoogte: 0 };
      return {
        id,
        links: x - breedte / 2,
        right: x + breedte / 2,
        above: y - hoogte / 2,
        below: y + hoogte / 2,
      };
    });
    expect(boxes).toHaveLength(sizes.size);
    const overlap = boxes.flatMap((een, nummer) =>
      boxes
        .slice(nummer + 1)
        .filter(
          (other) =>
            een.links < other.right &&
            other.links < een.right &&
            een.above < other.below &&
            other.above < een.below,
        )
        .map((other) => `${een.id} en ${other.id}`),
    );
    expect(overlap).toEqual([]);
    const y = (id: string) => points.get(id)?.y ?? 0;
    for (const column of [
      ['vraag-acuut-gevaar', 'vraag-gemeente', 'vraag-signalen'],
      content.tafels.map(({ id }) => `tafel-${id}`),
      ['vraag-lokaal-besproken', 'vraag-lokaal-vastgelopen', 'oordeel'],
    ])
      expect(column.toSorted((een, other) => y(een) - y(other))).toEqual(column);
  });

  it('kan tegen elk teken in de tekst', () => {
    const picture = drawTree(graphviz, awkwardTree).svg;
    expect(readSvg(picture)).toContain('Zegt "ja" & <nee>');
    const [, name = '', description = ''] =
      /aria-label="([^"]*)" .*?<desc [^>]*>([^<]*)</s.exec(picture) ?? [];
    expect([name, description].map(unescapeXml)).toEqual([AWKWARD, AWKWARD]);
  });

  it('zegt het als Graphviz niets maakt', () => {
    expect(() => graphviz.draw('digraph {')).toThrow('Graphviz: ');
    expect(() => finishSvg('', tree)).toThrow('geen plaatje');
  });
});

describe('de tekst voor Graphviz', () => {
  it('bevat elke plek, elk criterium en elke voorwaarde', () => {
    const dot = unescapeXml(toDot(tree).replaceAll(/(?:<BR\/>(?:&#160;)*|<[^>]*>)+/g, ' ')).replaceAll(
      /\s+/g,
      ' ',
    );
    for (const tekst of TEXTS) expect(dot).toContain(tekst);
  });

  it('kan Graphviz tekenen, ook met lastige tekens', () => {
    expect(graphviz.measure(toDot(awkwardTree)).size).toBe(graphviz.measure(toDot(tree)).size);
    expect(toDot(awkwardTree).replace(/^.*/, '')).not.toContain('<nee>');
    expect(toDot(awkwardTree)).toContain('Zegt &quot;ja&quot;');
  });
});

describe('de tekst voor Mermaid', () => {
  const mermaid = toMermaid(tree);

  it('bevat elke plek, elk criterium en elke voorwaarde', () => {
    const parsed = mermaid.replaceAll(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    for (const tekst of TEXTS) expect(parsed).toContain(tekst);
  });

  it('heeft op elke regel een begin, een plek, een groep of een pijl', () => {
    const naam = '[a-z][a-z0-9_]*';
    const tekst = '"[^"`]*"';
    const formats = [
      /^%% \S.*$/,
      /^flowchart LR$/,
      /^ +(direction TB|end)$/,
      new RegExp(`^ +subgraph ${naam}\\[${tekst}\\]$`),
      new RegExp(`^ +${naam}(\\[${tekst}\\]|\\(\\[${tekst}\\]\\))$`),
      new RegExp(`^ +${naam} -->(\\|${tekst}\\|)? ${naam}$`),
    ];
    for (const char of [mermaid, toMermaid(awkwardTree)]) {
      for (const regel of char.trimEnd().split('\n'))
        expect(
          formats.some((shape) => shape.test(regel)),
          regel,
        ).toBe(true);
      expect(char.match(/subgraph/g)).toHaveLength(char.match(/^ +end$/gm)?.length ?? -1);
    }
  });

  it('schrijft tekens die iets betekenen in de notatie van Mermaid', () => {
    expect(toMermaid(awkwardTree)).toContain('"Zegt #34;ja#34; #38; #60;nee#62; \\ #35;1; #96;a#96; | {b}"');
  });
});

describe('tekst in regels', () => {
  it.each([
    ['een twee drie', 8, ['een twee', 'drie']],
    ['een  twee', 20, ['een twee']],
    ['veiligheidsprobleem nu', 5, ['veiligheidsprobleem', 'nu']],
    ['kort', 4, ['kort']],
  ])('%s (%i)', (tekst, width, regels) => {
    expect(wrapText(tekst, width)).toEqual(regels);
  });
});
