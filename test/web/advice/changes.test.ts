import { describe, expect, it } from 'vitest';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { showAdvice } from '../../support/advice-page.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';

/** What the page says that changed, as it is read. */
async function readChanges(before: Antwoorden, after: Antwoorden): Promise<string[]> {
  const html = (await showAdvice(after, before)).pagina();
  const [, list = ''] = html.match(/id="gewijzigd">Wat er veranderde<\/h2>\s*<ul>(.*?)<\/ul>/s) ?? [];
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, tekst]) => tekst ?? '');
}

const CRISIS = { ...LOKAAL_VAST, ...toFitting('crisisteam-zorgkantoor'), wlzZorg: 'ja' };
const TOPX = { ...LOKAAL_VAST, ...toFitting('topx') };

describe('"Wat er veranderde"', () => {
  it.each<[string, Antwoorden, Antwoorden]>([
    ['een crisis zonder Wlz', { ...CRISIS, rol: 'huisarts' }, { ...CRISIS, rol: 'huisarts', wlzZorg: 'nee' }],
    ['een ander die mag melden', { ...CRISIS, rol: 'wijkcoach' }, { ...CRISIS, rol: 'huisarts' }],
    ['een ander die niet mag aanmelden', TOPX, { ...TOPX, rol: 'woningcorporatie' }],
  ])('zegt een andere kop, ook bij dezelfde tafels: %s', async (_naam, before, after) => {
    const [was, nu] = await Promise.all(
      [before, after].map(async (antwoorden) => (await showAdvice(antwoorden)).kop.replace('Advies: ', '')),
    );
    expect(was).not.toBe(nu);
    expect(await readChanges(before, after)).toEqual([`Het advies was ‘${was}’. Het is nu ‘${nu}’.`]);
  });

  it('zegt bij dezelfde kop en tafels dat het advies blijft', async () => {
    expect(await readChanges(TOPX, { ...TOPX, gemeente: 'almelo' })).toEqual([
      'Het advies blijft ‘meld aan bij TopX’.',
    ]);
  });

  it('noemt het advies in de woorden van de kop, en een tafel zoals in een zin', async () => {
    expect(await readChanges(CRISIS, { ...CRISIS, acuutGevaar: 'ja' })).toEqual([
      'Het advies was ‘bel nu de huisarts’. Het is nu ‘bel nu’.',
      'Het crisis- en ondersteuningsteam hoort niet meer bij het advies.',
    ]);
  });
});
