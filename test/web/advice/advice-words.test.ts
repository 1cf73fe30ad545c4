import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROL, ROLLEN_OF_GEMEENTE } from '../../../src/domain/model/routing-facts.ts';
import { cases, showAdvice as show, withoutFolds } from '../../support/advice-page.ts';
import { arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';

/** The addresses of what stands on a page as a button, outside what is folded. */
function listButtons(html: string): string[] {
  return [...withoutFolds(html).matchAll(/<a class="utrecht-button-link[^>]*href="([^"]*)"/g)].map(
    ([, href]) => href ?? '',
  );
}

const ofGemeente = (rol: unknown) => ROLLEN_OF_GEMEENTE.has(String(rol));

describe('het advies in de woorden van de lezer', () => {
  it('zet elke knop één keer op de pagina, en wijst met # naar iets dat er staat', async () => {
    for (const { naam, antwoorden } of cases) {
      const pagina = (await show(antwoorden)).pagina();
      const knoppen = listButtons(pagina);
      expect(knoppen, naam).toEqual([...new Set(knoppen)]);
      for (const [, id] of pagina.matchAll(/href="#([^"]+)"/g)) expect(pagina, naam).toContain(`id="${id}"`);
    }
  });

  it('geeft wie de gemeente moet vragen haar nummer, en niet de knop naar de tafel', async () => {
    let seen = 0;
    for (const { naam, antwoorden } of cases) {
      const { advies, box, pagina } = await show(antwoorden);
      for (const { tafel, aanmelder } of advies.overlegtafels) {
        if (!advies.tafels.includes(tafel.id) || aanmelder.mag) continue;
        if (tafel.kanaal.adres)
          expect(listButtons(pagina()), naam).not.toContain(`mailto:${tafel.kanaal.adres}`);
        if (!ofGemeente(aanmelder.via) || ofGemeente(antwoorden[ROL])) continue;
        expect(box, naam).toMatch(/href="(tel:|mailto:|https:|\/gemeenten)/);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('praat met de gemeente niet over de gemeente, en met niemand over hemzelf', async () => {
    for (const { naam, antwoorden } of cases) {
      const { advies, kop, tekst } = await show(antwoorden);
      expect(tekst, naam).not.toContain('Vraag het aan');
      if (!ofGemeente(antwoorden[ROL]) || advies.uitkomst === 'buitenTwente') continue;
      expect(`${kop}. ${tekst}`, naam).not.toMatch(
        /bij de gemeente\.|overleg met de gemeente|Vertel het wijkteam|van de gemeente\./,
      );
    }
  });

  it('blijft ook in een mengeling kort, en zegt in de titel wat in de stappen staat', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        const { advies, kop, tekst, pagina } = await show(antwoorden);
        // Longer than the cases of people have: in a crisis it also says how to find a number that nobody gives.
        expect(tekst.split(' ').length, tekst).toBeLessThanOrEqual(75);
        if (advies.voorzieningen.length > 0) expect(pagina()).toMatch(/verwijzen\/mobiel-p10-team/);
        if (advies.uitkomst !== 'aanmelden') expect(kop).not.toMatch(/meld aan|vraag na/);
        if (tekst.includes('al besproken bij')) expect(kop).not.toContain('geen van de overlegtafels');
        if (kop.includes('trede hoger')) expect(tekst).toContain('hogere trede past');
        expect(tekst).not.toMatch(/\s[.,]/);
      }),
      { numRuns: 200 },
    );
  });
});
