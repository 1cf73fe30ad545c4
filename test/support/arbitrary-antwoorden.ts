import fc from 'fast-check';
import {
  type Antwoord,
  type Antwoorden,
  CRITERIA,
  FEITEN,
  type Feit,
  findFeit,
  ONLY,
  TAFELS,
} from './domain-facts.ts';

/** Any valid answer to this question, "I do not know" included. */
export function arbitraryAntwoord({ type, opties }: Feit): fc.Arbitrary<Antwoord> {
  if (type !== 'meerkeuze') return fc.constantFrom(...opties);
  const together = opties.filter((id) => !ONLY.includes(id));
  const alleen = opties.filter((id) => ONLY.includes(id)).map((id) => [id]);
  return fc.oneof(
    { weight: 3, arbitrary: fc.subarray(together, { minLength: 1 }) },
    fc.constantFrom(...alleen),
  );
}

const arbitraryLoose = fc.record(
  Object.fromEntries(FEITEN.map((feit) => [feit.feit, arbitraryAntwoord(feit)])),
  {
    requiredKeys: [],
  },
);

/** An answer with which the criteria about this fact are met, or not. */
export function answerFor(tafel: string, feit: string, goed: boolean): Antwoord {
  const { type, opties } = findFeit(feit);
  const past = CRITERIA[tafel]?.find((criterium) => criterium.feit === feit)?.goed ?? [];
  const chosen = opties.find((id) => id !== 'weetNiet' && past.includes(id) === goed) ?? 'weetNiet';
  return type === 'meerkeuze' ? [chosen] : chosen;
}

type Mode = 'los' | 'past' | 'pastNiet' | 'open';

/**
 * A set of valid answers as the pages or the API may bring them, often near a decision: per table its facts are
 * random, all met, none met or absent, and then some are left out again.
 */
export const arbitraryAntwoorden: fc.Arbitrary<Antwoorden> = fc
  .record({
    los: arbitraryLoose,
    mode: fc.record(
      Object.fromEntries(
        TAFELS.map((id) => [id, fc.constantFrom<Mode>('los', 'past', 'past', 'pastNiet', 'open')]),
      ),
    ),
    weg: fc.subarray(
      FEITEN.map(({ feit }) => feit),
      { maxLength: 5 },
    ),
    route: fc.record(
      {
        acuutGevaar: fc.constantFrom('nee', 'nee', 'nee', 'nee', 'nee', 'weetNiet', 'ja'),
        gemeente: fc.constantFrom('enschede', 'enschede', 'tubbergen', 'almelo', 'weetNiet', 'buiten-twente'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ los, mode, weg, route }) => {
    const antwoorden: Record<string, Antwoord> = { ...los, acuutGevaar: 'nee', gemeente: 'borne', ...route };
    for (const tafel of TAFELS) {
      const stand = mode[tafel];
      for (const { feit, weging } of CRITERIA[tafel] ?? []) {
        if (stand === 'los' || weging === 'aandachtspunt' || feit === 'eerderBesproken') continue;
        if (stand === 'open') delete antwoorden[feit];
        else antwoorden[feit] = answerFor(tafel, feit, stand === 'past');
      }
    }
    for (const feit of weg) delete antwoorden[feit];
    return antwoorden;
  });
