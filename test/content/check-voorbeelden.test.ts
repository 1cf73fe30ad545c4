import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVoorbeelden } from '../../src/content/check-voorbeelden.ts';
import { decideAtOnce } from '../../src/domain/advice/uitkomst.ts';
import type { Voorbeeld } from '../../src/domain/model/uitkomst.ts';
import { arbitraryAntwoorden } from '../support/arbitrary-antwoorden.ts';
import { content, model } from '../support/real-content.ts';
import { toReferentie } from '../support/reference-advice.ts';

const [mes, , , , veelpleger] = content.voorbeelden as [
  Voorbeeld,
  Voorbeeld,
  Voorbeeld,
  Voorbeeld,
  Voorbeeld,
];

/** The places that the check names when this is the only example. */
function findPlaces(voorbeeld: Voorbeeld): string[] {
  return checkVoorbeelden(model, { ...content, voorbeelden: [voorbeeld] }).map(
    ({ bestand, plaats, melding }) => {
      expect(bestand).toBe('tables/voorbeelden.json');
      expect(melding).toMatch(/\w{3}.*\.$/);
      return plaats;
    },
  );
}

describe('een voorbeeld', () => {
  it('klopt in de inhoud zelf', () => {
    expect(checkVoorbeelden(model, content)).toEqual([]);
  });

  const { gemeente: _, ...withoutGemeente } = veelpleger.antwoorden;
  it.each<[string, Voorbeeld, string[]]>([
    [
      'een onbekend feit',
      { ...mes, antwoorden: { ...mes.antwoorden, kleur: 'rood' } },
      ['voorbeelden.0.antwoorden.kleur'],
    ],
    [
      'een onbekende keuze',
      { ...mes, antwoorden: { ...mes.antwoorden, rol: 'koning' } },
      ['voorbeelden.0.antwoorden.rol'],
    ],
    ['een antwoord dat mist', { ...veelpleger, antwoorden: withoutGemeente }, ['voorbeelden.0.antwoorden']],
    [
      'een antwoord op een vraag die niet komt',
      { ...veelpleger, antwoorden: { ...veelpleger.antwoorden, zoekt: 'advies' } },
      ['voorbeelden.0.antwoorden.zoekt'],
    ],
    ['een andere uitkomst', { ...mes, uitkomst: 'geenTafel' }, ['voorbeelden.0.uitkomst']],
    ['een andere tafel', { ...veelpleger, tafels: ['levensloopaanpak'] }, ['voorbeelden.0.tafels']],
  ])('met %s wordt gemeld', (_what, voorbeeld, places) => {
    expect(findPlaces(voorbeeld)).toEqual(places);
  });
});

/** What the check says when this is the only example. */
const tell = (voorbeeld: Voorbeeld) =>
  checkVoorbeelden(model, { ...content, voorbeelden: [voorbeeld] }).map(({ melding }) => melding);

it('zegt welke uitkomst een casus hoort te hebben en welke het wordt, met de namen van de site', () => {
  expect(tell({ ...mes, uitkomst: 'geenTafel' })).toEqual([
    expect.stringContaining(
      'Deze casus hoort uit te komen op “Geen tafel past nu”, maar komt nu uit op “Bel nu”.',
    ),
  ]);
  expect(tell({ ...mes, tafels: ['topx', 'levensloopaanpak'] })).toEqual([
    expect.stringContaining('hoort te passen: TopX en Levensloopaanpak. Wat nu past: geen tafel.'),
  ]);
});

it('noemt de vraag die mist, en wat de casus zonder antwoord wordt', () => {
  const { lokaalBesproken: _, ...antwoorden } = veelpleger.antwoorden;
  const [melding] = tell({ ...veelpleger, antwoorden });
  expect(melding).toContain(`de vraag “${model.vraagOf.get('lokaalBesproken')?.vraag}”`);
  expect(melding).toContain(
    'hoort uit te komen op “Aanmelden”. Zonder dat antwoord wordt het “Eerst naar de gemeente”.',
  );
  expect(melding).not.toContain('"');
});

it('de uitkomst in één keer is die van het advies, voor elke set antwoorden', () => {
  fc.assert(
    fc.property(arbitraryAntwoorden, (antwoorden) => {
      const { uitkomst, tafels, voorzieningen, daarna } = toReferentie(antwoorden);
      expect(decideAtOnce(model, antwoorden)).toEqual({ uitkomst, tafels, voorzieningen, daarna });
    }),
    { numRuns: 1000 },
  );
});
