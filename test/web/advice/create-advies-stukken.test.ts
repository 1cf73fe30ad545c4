import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createViews } from '../../../src/adapters/handlebars-views.ts';
import type { Overlegtafel } from '../../../src/domain/model/overlegtafel.ts';
import { joinPlain } from '../../../src/published/gzip-parts.ts';
import { type AdviesStukken, createAdviesStukken } from '../../../src/web/advice/create-advies-stukken.ts';
import { content, ROOT } from '../../support/real-content.ts';

const views = createViews(join(ROOT, 'views'));
const render = () => '';
const VEROUDERD = 'Langer dan een jaar niet gecontroleerd';

/** What a page shows for a piece. */
const toon = ({ vul }: AdviesStukken, stuk: string) => joinPlain(vul(stuk, {})).toString();
const topx = content.tafels.find(({ id }) => id === 'topx') as Overlegtafel;

describe('createAdviesStukken', () => {
  it('gives the same parts all day, and marks what has grown old on the first day after', () => {
    let now = new Date('2026-11-22T09:00:00Z');
    const getStukken = createAdviesStukken({ content, views, render, now: () => now });
    const vandaag = getStukken();
    expect(toon(vandaag, vandaag.contacten(topx))).toContain('Bron: ');
    expect(toon(vandaag, vandaag.contacten(topx))).not.toContain(VEROUDERD);
    now = new Date('2026-11-22T20:00:00Z');
    expect(getStukken()).toBe(vandaag);
    now = new Date('2028-11-22T09:00:00Z');
    const later = getStukken();
    expect(toon(later, later.contacten(topx))).toContain(VEROUDERD);
    expect(toon(later, later.clientondersteuning('onbekend'))).toContain(VEROUDERD);
  });

  it('names who supports clients of a gemeente, and nobody for who lives elsewhere', () => {
    const now = () => new Date('2026-11-22T09:00:00Z');
    const stukken = createAdviesStukken({ content, views, render, now })();
    for (const gemeente of content.gemeenten) {
      const namen = content.clientondersteuning.aanbieders
        .filter(
          ({ voor, gemeenten }) => voor === 'inwoner' && (gemeenten ?? [gemeente.id]).includes(gemeente.id),
        )
        .map(({ naam }) => views.escape(naam));
      expect(namen.length, gemeente.id).toBeGreaterThan(0);
      const hier = toon(stukken, stukken.clientondersteuning(gemeente));
      const elders = toon(stukken, stukken.clientondersteuning('buitenTwente'));
      for (const naam of namen) expect(hier).toContain(naam);
      for (const naam of namen) expect(elders).not.toContain(naam);
    }
  });
});
