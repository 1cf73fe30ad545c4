import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UITKOMSTEN } from '../../../src/domain/model/uitkomst.ts';
import { buildTree } from '../../../src/domain/tree/build-tree.ts';
import { arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';
import { CRITERIA, TAFELS } from '../../support/domain-facts.ts';
import { content, model } from '../../support/real-content.ts';
import { toReferentie } from '../../support/reference-advice.ts';
import { vignettes } from '../../support/vignettes.ts';
import { walkTree } from '../../support/walk-tree.ts';

const tree = buildTree(model, content.beslisboom);
const placeOf = new Map(tree.nodes.map(({ id }, place) => [id, place]));

describe('de beslisboom', () => {
  it('heeft elke tafel met al haar criteria', () => {
    const tafels = tree.nodes.flatMap((node) => (node.soort === 'tafel' ? [node] : []));
    expect(tafels.map(({ tafel }) => tafel)).toEqual(TAFELS);
    for (const { tafel, regel, aandachtspunten } of tafels) {
      const tekst = JSON.stringify([regel, aandachtspunten]);
      for (const criterium of content.tafels.find(({ id }) => id === tafel)?.regels.criteria ?? [])
        expect(tekst).toContain(JSON.stringify(criterium.tekst));
      expect(tekst.match(/"soort":"criterium"/g)).toHaveLength(CRITERIA[tafel]?.length ?? 0);
    }
  });

  it('heeft elke uitkomst', () => {
    const uitkomsten = tree.nodes.flatMap((node) => (node.soort === 'uitkomst' ? [node.uitkomst] : []));
    expect(uitkomsten).toEqual(UITKOMSTEN);
  });

  it('geeft elke plek één naam, en pijlen die verder leiden, nooit terug', () => {
    expect(placeOf.size).toBe(tree.nodes.length);
    for (const { van, to, tekst } of tree.pijlen) {
      expect(placeOf.get(van)).toBeLessThan(placeOf.get(to) ?? -1);
      expect(tekst).not.toBe('');
    }
  });

  it('bereikt elke plek, en eindigt alleen in een uitkomst', () => {
    for (const { id, soort } of tree.nodes) {
      expect(id === tree.nodes[0]?.id || tree.pijlen.some(({ to }) => to === id)).toBe(true);
      expect(tree.pijlen.some(({ van }) => van === id)).toBe(soort !== 'uitkomst');
    }
  });

  it('laat alleen de tafels die niet hoeven te wachten langs de gemeente', () => {
    const along = tree.pijlen.filter(({ als }) => als.soort === 'past').map(({ van }) => van);
    expect(along).toEqual(['tafel-regiotafel-wlz', 'tafel-crisisteam-zorgkantoor']);
  });

  it('toont dat een crisis op de regiotafel ook het crisisteam opent', () => {
    expect(tree.pijlen).toContainEqual(
      expect.objectContaining({ van: 'tafel-regiotafel-wlz', to: 'tafel-crisisteam-zorgkantoor' }),
    );
  });
});

describe('wie de pijlen volgt, komt bij het advies uit', () => {
  it.each(vignettes.map(({ naam, antwoorden, verwacht }) => [naam, antwoorden, verwacht.uitkomst] as const))(
    '%s',
    (_name, antwoorden, uitkomst) => {
      expect(walkTree(tree, antwoorden)).toEqual([uitkomst]);
    },
  );

  it('voor elke set antwoorden', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryAntwoorden, (antwoorden) => {
        const { uitkomst } = toReferentie(antwoorden);
        seen.add(uitkomst);
        expect(walkTree(tree, antwoorden)).toEqual([uitkomst]);
      }),
      { numRuns: 3000 },
    );
    expect([...seen].toSorted()).toEqual([...UITKOMSTEN].toSorted());
  });
});

describe('een tafel in de boom', () => {
  it('toont een groep van één als dat ene', () => {
    const triage = tree.nodes.find(({ id }) => id === 'tafel-triage-transfertafel');
    expect(triage).toMatchObject({ regel: { soort: 'criterium', id: 'zoekt' } });
  });

  it('zegt van elke groep of alles moet, of dat een genoeg is', () => {
    const topx = tree.nodes.find(({ id }) => id === 'tafel-topx');
    const { alle, een } = content.beslisboom.regel;
    expect(topx).toMatchObject({
      regel: {
        soort: 'een',
        kop: een,
        delen: [
          { soort: 'alle', kop: alle },
          { soort: 'alle', kop: alle },
        ],
      },
    });
  });
});
