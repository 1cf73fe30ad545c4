import { describe, expect, it } from 'vitest';
import { compareAdvies } from '../../../src/domain/advice/changes.ts';
import { findWays } from '../../../src/domain/advice/needed.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { advise, model } from '../../support/real-content.ts';
import { vignettes } from '../../support/vignettes.ts';

const find = (begin: string): Antwoorden =>
  vignettes.find(({ naam }) => naam.startsWith(begin))?.antwoorden ?? {};
const ways = async (tafel: string, antwoorden: Antwoorden) => {
  const advies = await advise(antwoorden);
  const oordeel = advies.overlegtafels.find((found) => found.tafel.id === tafel);
  if (!oordeel) throw new Error(tafel);
  return findWays(model, advies.situatie, oordeel).map(({ nogOnbekend, teDoen, nietTeVeranderen }) => ({
    nogOnbekend: nogOnbekend.map(({ id }) => id),
    teDoen: teDoen.map(({ id }) => id),
    nietTeVeranderen: nietTeVeranderen.map(({ id }) => id),
  }));
};

describe('wat nodig is voor een tafel', () => {
  it('is niets als de tafel past', async () => {
    expect(await ways('topx', find('veelpleger'))).toEqual([]);
  });

  it('noemt een stap die nog te doen is, zoals het CCE betrekken', async () => {
    expect(await ways('regiotafel-wlz', find('zelfde, CCE niet betrokken'))).toEqual([
      { nogOnbekend: [], teDoen: ['cce'], nietTeVeranderen: [] },
    ]);
  });

  it('noemt wat nog niet bekend is', async () => {
    expect(await ways('regiotafel-wlz', find('zelfde, CCE nog onbekend'))).toEqual([
      { nogOnbekend: ['cce'], teDoen: [], nietTeVeranderen: [] },
    ]);
  });

  it('noemt een feit dat is zoals het is apart, en zet een weg die nog open is voorop', async () => {
    const found = await ways('topx', { ...find('meerdere problemen'), gebiedsVeiligheid: 'nee' });
    expect(found).toEqual([
      { nogOnbekend: ['systeem-beinvloedt'], teDoen: [], nietTeVeranderen: [] },
      { nogOnbekend: ['ketenaanpak-nodig'], teDoen: [], nietTeVeranderen: ['gebieds-veiligheid'] },
    ]);
  });

  it('laat de tafel passen als alles van een open weg zo is', async () => {
    for (const { antwoorden } of vignettes) {
      const advies = await advise(antwoorden);
      for (const oordeel of advies.overlegtafels.filter((tafel) => tafel.oordeel !== 'nietNagegaan')) {
        for (const { nogOnbekend, teDoen, nietTeVeranderen } of findWays(model, advies.situatie, oordeel)) {
          const fill = [...nogOnbekend, ...teDoen, ...nietTeVeranderen].map(({ voorwaarde }) => [
            voorwaarde.fact,
            toAntwoord(voorwaarde),
          ]);
          const fresh = await advise({ ...antwoorden, ...Object.fromEntries(fill) });
          const daarna = fresh.overlegtafels.find(({ tafel }) => tafel.id === oordeel.tafel.id);
          expect(daarna?.oordeel, oordeel.tafel.id).toBe('voldoet');
        }
      }
    }
  });
});

function toAntwoord({ operator, value }: { operator: string; value: string | string[] }): string | string[] {
  const first = [value].flat()[0] ?? '';
  return operator === 'bevatEenVan' ? [first] : first;
}

describe('wat er veranderde in het advies', () => {
  it('noemt de tafels waarvan het oordeel anders is, en de uitkomst', async () => {
    const old = await advise(find('veelpleger'));
    const fresh = await advise({ ...find('veelpleger'), meerdereLeefgebieden: 'nee' });
    expect(compareAdvies(old, fresh)).toEqual({
      uitkomst: { van: 'aanmelden', to: 'geenTafel' },
      tafels: [{ tafel: 'topx', van: 'voldoet', to: 'voldoetNiet' }],
      erbij: [],
      removed: ['topx'],
    });
    const tried = await advise({ ...find('veelpleger'), eerderBesproken: ['topx'] });
    expect(compareAdvies(old, tried)).toMatchObject({ tafels: [], removed: ['topx'] });
    expect(compareAdvies(old, old)).toEqual({ uitkomst: null, tafels: [], erbij: [], removed: [] });
  });
});
