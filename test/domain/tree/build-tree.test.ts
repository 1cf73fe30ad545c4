import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UITKOMSTEN } from '../../../src/domain/model/uitkomst.ts';
import { buildTree } from '../../../src/domain/tree/build-tree.ts';
import { arbitraryAntwoorden, SEED } from '../../support/arbitrary-antwoorden.ts';
import { CRITERIA, TAFELS } from '../../support/domain-facts.ts';
import { content, model } from '../../support/real-content.ts';
import { toReferentie } from '../../support/reference-advice.ts';
import { vignettes } from '../../support/vignettes.ts';
import { walkBoom } from '../../support/walk-tree.ts';

const boom = buildTree(model, content.beslisboom);
const plaatsVan = new Map(boom.nodes.map(({ id }, plaats) => [id, plaats]));

describe('de beslisboom', () => {
  it('heeft elke tafel met al haar criteria', () => {
    const tafels = boom.nodes.flatMap((knoop) => (knoop.soort === 'tafel' ? [knoop] : []));
    expect(tafels.map(({ tafel }) => tafel)).toEqual(TAFELS);
    for (const { tafel, regel, aandachtspunten } of tafels) {
      const tekst = JSON.stringify([regel, aandachtspunten]);
      for (const criterium of content.tafels.find(({ id }) => id === tafel)?.regels.criteria ?? [])
        expect(tekst).toContain(JSON.stringify(criterium.tekst));
      expect(tekst.match(/"soort":"criterium"/g)).toHaveLength(CRITERIA[tafel]?.length ?? 0);
    }
  });

  it('heeft elke uitkomst', () => {
    const uitkomsten = boom.nodes.flatMap((knoop) => (knoop.soort === 'uitkomst' ? [knoop.uitkomst] : []));
    expect(uitkomsten).toEqual(UITKOMSTEN);
  });

  it('geeft elke plek één naam, en pijlen die verder leiden, nooit terug', () => {
    expect(plaatsVan.size).toBe(boom.nodes.length);
    for (const { van, to: naar, tekst } of boom.pijlen) {
      expect(plaatsVan.get(van)).toBeLessThan(plaatsVan.get(naar) ?? -1);
      expect(tekst).not.toBe('');
    }
  });

  it('bereikt elke plek, en eindigt alleen in een uitkomst', () => {
    for (const { id, soort } of boom.nodes) {
      expect(id === boom.nodes[0]?.id || boom.pijlen.some(({ to: naar }) => naar === id)).toBe(true);
      expect(boom.pijlen.some(({ van }) => van === id)).toBe(soort !== 'uitkomst');
    }
  });

  it('laat alleen de tafels die niet hoeven te wachten langs de gemeente', () => {
    const langs = boom.pijlen.filter(({ als }) => als.soort === 'past').map(({ van }) => van);
    expect(langs).toEqual(['tafel-regiotafel-wlz', 'tafel-crisisteam-zorgkantoor']);
  });

  it('toont dat een crisis op de regiotafel ook het crisisteam opent', () => {
    expect(boom.pijlen).toContainEqual(
      expect.objectContaining({ van: 'tafel-regiotafel-wlz', to: 'tafel-crisisteam-zorgkantoor' }),
    );
  });
});

describe('wie de pijlen volgt, komt bij het advies uit', () => {
  it.each(vignettes.map(({ naam, antwoorden, verwacht }) => [naam, antwoorden, verwacht.uitkomst] as const))(
    '%s',
    (_naam, antwoorden, uitkomst) => {
      expect(walkBoom(boom, antwoorden)).toEqual([uitkomst]);
    },
  );

  it('voor elke set antwoorden', () => {
    const gezien = new Set<string>();
    fc.assert(
      fc.property(arbitraryAntwoorden, (antwoorden) => {
        const { uitkomst } = toReferentie(antwoorden);
        gezien.add(uitkomst);
        expect(walkBoom(boom, antwoorden)).toEqual([uitkomst]);
      }),
      { seed: SEED, numRuns: 3000 },
    );
    expect([...gezien].toSorted()).toEqual([...UITKOMSTEN].toSorted());
  });
});

describe('een tafel in de boom', () => {
  it('toont een groep van één als dat ene', () => {
    const triage = boom.nodes.find(({ id }) => id === 'tafel-triage-transfertafel');
    expect(triage).toMatchObject({ regel: { soort: 'criterium', id: 'zoekt' } });
  });

  it('zegt van elke groep of alles moet, of dat een genoeg is', () => {
    const topx = boom.nodes.find(({ id }) => id === 'tafel-topx');
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
