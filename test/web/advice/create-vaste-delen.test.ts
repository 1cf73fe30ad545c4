import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createViews } from '../../../src/adapters/handlebars-views.ts';
import { createVasteDelen } from '../../../src/web/advice/create-vaste-delen.ts';
import { content, ROOT } from '../../support/real-content.ts';

const views = createViews(join(ROOT, 'views'));
const VEROUDERD = 'Langer dan een jaar niet gecontroleerd';

describe('createVasteDelen', () => {
  it('gives the same parts all day, and marks what has grown old on the first day after', () => {
    let now = new Date('2026-11-22T09:00:00Z');
    const delen = createVasteDelen({ content, views, now: () => now });
    const vandaag = delen();
    expect(vandaag.contacten('topx')).not.toContain(VEROUDERD);
    now = new Date('2026-11-22T20:00:00Z');
    expect(delen()).toBe(vandaag);
    now = new Date('2028-11-22T09:00:00Z');
    expect(delen().contacten('topx')).toContain(VEROUDERD);
    expect(delen().clientondersteuning('onbekend')).toContain(VEROUDERD);
  });

  it('names who supports clients of a gemeente, and nobody for who lives elsewhere', () => {
    const delen = createVasteDelen({ content, views, now: () => new Date('2026-11-22T09:00:00Z') })();
    for (const gemeente of content.gemeenten) {
      const namen = content.clientondersteuning.aanbieders
        .filter(
          ({ voor, gemeenten }) => voor === 'inwoner' && (gemeenten ?? [gemeente.id]).includes(gemeente.id),
        )
        .map(({ naam }) => views.escape(naam));
      expect(namen.length, gemeente.id).toBeGreaterThan(0);
      for (const naam of namen) expect(delen.clientondersteuning(gemeente)).toContain(naam);
      for (const naam of namen) expect(delen.clientondersteuning('buitenTwente')).not.toContain(naam);
    }
  });
});
