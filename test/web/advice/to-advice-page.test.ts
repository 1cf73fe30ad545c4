import { describe, expect, it } from 'vitest';
import { giveAdvies } from '../../../src/domain/advice/advies.ts';
import { createEvaluator } from '../../../src/domain/evaluation/evaluator.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { GEMEENTE } from '../../../src/domain/model/routing-facts.ts';
import { toAdvicePage } from '../../../src/web/advice/to-advice-page.ts';
import { content, model } from '../../support/real-content.ts';
import { say } from '../../support/texts.ts';
import { vignettes } from '../../support/vignettes.ts';

const evaluate = createEvaluator(content.tafels);
const STALE = '"verouderd":true';

/** The model of the page as JSON: what stands in it stands on the page. */
async function show(antwoorden: Antwoorden, now = '2026-11-22T09:00:00Z'): Promise<string> {
  const advies = await giveAdvies(model, evaluate, antwoorden);
  const stand = {
    antwoorden,
    vorige: null,
    alles: false,
    vervallen: false,
    until: () => new Date(now),
    link: (path: string) => path,
    onward: (path: string) => path,
  };
  const deps = { content, model, say, now: () => new Date(now), ruimte: { read: () => ({}) } };
  return JSON.stringify(toAdvicePage(deps, advies, stand, { vorig: null, voorbeeld: null }));
}

describe('toAdvicePage', () => {
  const topx = vignettes.find(({ verwacht }) => verwacht.tafels?.includes('topx'))?.antwoorden ?? {};

  it('marks what has grown old from the first day after', async () => {
    expect(await show(topx)).not.toContain(STALE);
    expect(await show(topx, '2028-11-22T09:00:00Z')).toContain(STALE);
  });

  it('names who supports clients of a gemeente, and nobody for who lives elsewhere', async () => {
    for (const gemeente of content.gemeenten) {
      const names = content.clientondersteuning.aanbieders
        .filter(
          ({ voor, gemeenten }) => voor === 'inwoner' && (gemeenten ?? [gemeente.id]).includes(gemeente.id),
        )
        .map(({ naam }) => JSON.stringify(naam));
      expect(names.length, gemeente.id).toBeGreaterThan(0);
      const here = await show({ ...topx, [GEMEENTE]: gemeente.id });
      const elsewhere = await show({ ...topx, [GEMEENTE]: 'buiten-twente' });
      for (const naam of names) expect(here).toContain(naam);
      for (const naam of names) expect(elsewhere).not.toContain(naam);
    }
  });
});
