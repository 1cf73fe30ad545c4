import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildTree } from '../../../src/domain/tree/build-tree.ts';
import type { Tree } from '../../../src/domain/tree/decision-tree.ts';
import { finishSvg, followTheme } from '../../../src/web/tree/finish-svg.ts';
import { createGraphviz } from '../../../src/web/tree/graphviz.ts';
import { drawTree, layOutTree } from '../../../src/web/tree/lay-out-tree.ts';
import { toDot, toPlaatsenDot } from '../../../src/web/tree/to-dot.ts';
import { wrapText } from '../../../src/web/tree/to-dot-label.ts';
import { toMermaid } from '../../../src/web/tree/to-mermaid.ts';
import { KLEUREN } from '../../../src/web/tree/tree-colours.ts';
import { toContrast } from '../../build/contrast.ts';
import { content, model, ROOT } from '../../support/real-content.ts';

const graphviz = await createGraphviz();
const boom = buildTree(model, content.beslisboom);
const { svg } = drawTree(graphviz, boom);

/** Every text in the tree holds marks that mean something to one of the languages. */
const LASTIG = 'Zegt "ja" & <nee> \\ #1; `a` | {b}';
const lastigeBoom: Tree = {
  titel: LASTIG,
  beschrijving: LASTIG,
  nodes: boom.nodes.map((knoop) => ({
    ...knoop,
    tekst: LASTIG,
    ...('regel' in knoop
      ? { regel: { soort: 'criterium' as const, id: 'c', tekst: LASTIG }, aandachtspunten: null }
      : {}),
  })) as Tree['nodes'],
  pijlen: boom.pijlen.map((pijl) => ({ ...pijl, tekst: LASTIG })),
};

/** Where text stands in the picture, as somebody reads it: lines that belong together, marks as they are. */
function readSvg(plaatje: string): string {
  return [...plaatje.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
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

const TEKSTEN = [
  ...boom.nodes.map(({ tekst }) => tekst),
  ...content.tafels.flatMap(({ regels }) => regels.criteria.map(({ tekst }) => tekst)),
  ...boom.pijlen.filter(({ als }) => als.soort !== 'altijd').map(({ tekst }) => tekst),
];

describe('het plaatje', () => {
  it('bevat elke plek, elk criterium en elke voorwaarde', () => {
    const gelezen = readSvg(svg);
    for (const tekst of TEKSTEN) expect(gelezen).toContain(tekst);
  });

  it('houdt zich aan de CSP: geen stijlen, scripts of bestanden van elders', () => {
    expect(svg).not.toMatch(/<(style|script|image|foreignObject|a)\b|\s(style|on\w+|href|xlink:\w+)=/);
    expect([...svg.matchAll(/https?:\/\/[^"\s]+/g)].map(([adres]) => adres)).toEqual([
      'http://www.w3.org/2000/svg',
    ]);
  });

  it('heeft een naam en een beschrijving, en verder geen losse titels', () => {
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="boom-titel" aria-describedby="boom-beschrijving"/,
    );
    expect(svg).toContain(`<title id="boom-titel">${content.beslisboom.titel}</title>`);
    expect(svg).toContain(`<desc id="boom-beschrijving">${content.beslisboom.beschrijving}</desc>`);
    expect(svg.match(/<title/g)).toHaveLength(1);
    expect(svg.match(/\bid="/g)).toHaveLength(2);
  });

  it('heeft letters van minstens 14 pixels', () => {
    const maten = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, maat]) => Number(maat));
    expect(Math.min(...maten)).toBeGreaterThanOrEqual(14);
    const [, breedte, hoogte] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect(svg).toContain(`viewBox="0 0 ${breedte} ${hoogte}"`);
  });

  it('heeft de kleuren van het thema, met genoeg contrast', () => {
    const thema = readFileSync(join(ROOT, 'views/assets/css/theme.css'), 'utf8');
    for (const [naam, kleur] of Object.entries(KLEUREN))
      expect(thema).toContain(`--rdm-kleur-${naam}: ${kleur};`);
    const gebruikt = new Set([...svg.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, kleur]) => kleur));
    expect(
      [...gebruikt].filter((kleur) => !Object.values(KLEUREN).some((thematisch) => thematisch === kleur)),
    ).toEqual([]);
    const { tekst, primair, 'op-primair': opPrimair, rand, ...vlakken } = KLEUREN;
    for (const [naam, vlak] of Object.entries(vlakken))
      if (naam.endsWith('licht') || naam === 'vlak')
        expect(toContrast(tekst, vlak)).toBeGreaterThanOrEqual(4.5);
    expect(toContrast(opPrimair, primair)).toBeGreaterThanOrEqual(4.5);
    expect(toContrast(rand, opPrimair)).toBeGreaterThanOrEqual(3);
  });

  it('volgt in een pagina het thema van de beheerder', () => {
    expect(followTheme('<path fill="#0d5866" stroke="none"/><path stroke="#123456"/>')).toBe(
      '<path fill="var(--rdm-kleur-primair, #0d5866)" stroke="none"/><path stroke="#123456"/>',
    );
  });

  it('legt geen twee plekken over elkaar, en de kolommen van boven naar beneden', () => {
    const maten = graphviz.measure(toPlaatsenDot(boom));
    const punten = layOutTree(boom, maten);
    const vakken = [...punten].map(([id, { x, y }]) => {
      const { breedte, hoogte } = maten.get(id) ?? { breedte: 0, hoogte: 0 };
      return {
        id,
        links: x - breedte / 2,
        rechts: x + breedte / 2,
        boven: y - hoogte / 2,
        onder: y + hoogte / 2,
      };
    });
    expect(vakken).toHaveLength(maten.size);
    const overlap = vakken.flatMap((een, nummer) =>
      vakken
        .slice(nummer + 1)
        .filter(
          (ander) =>
            een.links < ander.rechts &&
            ander.links < een.rechts &&
            een.boven < ander.onder &&
            ander.boven < een.onder,
        )
        .map((ander) => `${een.id} en ${ander.id}`),
    );
    expect(overlap).toEqual([]);
    const y = (id: string) => punten.get(id)?.y ?? 0;
    for (const kolom of [
      ['vraag-acuut-gevaar', 'vraag-gemeente', 'vraag-signalen'],
      content.tafels.map(({ id }) => `tafel-${id}`),
      ['vraag-lokaal-besproken', 'vraag-lokaal-vastgelopen', 'oordeel'],
    ])
      expect(kolom.toSorted((een, ander) => y(een) - y(ander))).toEqual(kolom);
  });

  it('kan tegen elk teken in de tekst', () => {
    expect(readSvg(drawTree(graphviz, lastigeBoom).svg)).toContain('Zegt "ja" & <nee>');
  });

  it('zegt het als Graphviz niets maakt', () => {
    expect(() => graphviz.draw('digraph {')).toThrow('Graphviz: ');
    expect(() => finishSvg('', boom)).toThrow('geen plaatje');
  });
});

describe('de tekst voor Graphviz', () => {
  it('bevat elke plek, elk criterium en elke voorwaarde', () => {
    const dot = unescapeXml(toDot(boom).replaceAll(/(?:<BR\/>(?:&#160;)*|<[^>]*>)+/g, ' ')).replaceAll(
      /\s+/g,
      ' ',
    );
    for (const tekst of TEKSTEN) expect(dot).toContain(tekst);
  });

  it('kan Graphviz tekenen, ook met lastige tekens', () => {
    expect(graphviz.measure(toDot(lastigeBoom)).size).toBe(graphviz.measure(toDot(boom)).size);
    expect(toDot(lastigeBoom).replace(/^.*/, '')).not.toContain('<nee>');
    expect(toDot(lastigeBoom)).toContain('Zegt &quot;ja&quot;');
  });
});

describe('de tekst voor Mermaid', () => {
  const mermaid = toMermaid(boom);

  it('bevat elke plek, elk criterium en elke voorwaarde', () => {
    const gelezen = mermaid.replaceAll(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    for (const tekst of TEKSTEN) expect(gelezen).toContain(tekst);
  });

  it('heeft op elke regel een begin, een plek, een groep of een pijl', () => {
    const naam = '[a-z][a-z0-9_]*';
    const tekst = '"[^"`]*"';
    const vormen = [
      /^%% \S.*$/,
      /^flowchart LR$/,
      /^ +(direction TB|end)$/,
      new RegExp(`^ +subgraph ${naam}\\[${tekst}\\]$`),
      new RegExp(`^ +${naam}(\\[${tekst}\\]|\\(\\[${tekst}\\]\\))$`),
      new RegExp(`^ +${naam} -->(\\|${tekst}\\|)? ${naam}$`),
    ];
    for (const teken of [mermaid, toMermaid(lastigeBoom)]) {
      for (const regel of teken.trimEnd().split('\n'))
        expect(
          vormen.some((vorm) => vorm.test(regel)),
          regel,
        ).toBe(true);
      expect(teken.match(/subgraph/g)).toHaveLength(teken.match(/^ +end$/gm)?.length ?? -1);
    }
  });

  it('schrijft tekens die iets betekenen in de notatie van Mermaid', () => {
    expect(toMermaid(lastigeBoom)).toContain('"Zegt #34;ja#34; #38; #60;nee#62; \\ #35;1; #96;a#96; | {b}"');
  });
});

describe('tekst in regels', () => {
  it.each([
    ['een twee drie', 8, ['een twee', 'drie']],
    ['een  twee', 20, ['een twee']],
    ['veiligheidsprobleem nu', 5, ['veiligheidsprobleem', 'nu']],
    ['kort', 4, ['kort']],
  ])('%s (%i)', (tekst, breedte, regels) => {
    expect(wrapText(tekst, breedte)).toEqual(regels);
  });
});
