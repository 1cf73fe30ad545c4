import { content } from '../support/real-content.ts';
import { judgeMutant, type Vonnis } from './judge-mutant.ts';
import { listMutants } from './mutant.ts';
import { proofCases } from './proof-cases.ts';

/** How many mutants there are, what sees them, and which nothing sees. */
export interface MutationScore {
  readonly mutanten: number;
  readonly doorControle: number;
  /** Of what the content check lets pass. */
  readonly doorGevallen: number;
  readonly doorRegels: number;
  /** No case sees these, and neither does the content check. */
  readonly overlevenden: readonly Vonnis[];
}

/** Makes every mutant of the real content and judges one in so many; all of them take some seconds of work. */
export async function measureMutationScore(oneIn = 1): Promise<MutationScore> {
  const vonnissen: Vonnis[] = [];
  for (const [number, mutant] of [...listMutants(content)].entries())
    if (number % oneIn === 0) vonnissen.push(await judgeMutant(mutant, proofCases));
  const door = (deel: 'controle' | 'geval' | 'regels') =>
    vonnissen.filter((vonnis) => vonnis[deel] !== null).length;
  return {
    mutanten: vonnissen.length,
    doorControle: door('controle'),
    doorGevallen: door('geval'),
    doorRegels: door('regels'),
    overlevenden: vonnissen.filter(({ controle, geval }) => controle === null && geval === null),
  };
}

/** The score as text, with each survivor by file and place. */
export function describeMutationScore(score: MutationScore): string {
  const { mutanten, doorControle, doorGevallen, doorRegels, overlevenden } = score;
  return [
    `${mutanten} mutanten: één waarde anders in rules/, of in wie mag aanmelden in tables/overlegtafels/.`,
    `- ${doorControle} stopt de controle van de inhoud bij het starten.`,
    `- ${doorGevallen} van de andere ${mutanten - doorControle} ziet een geval uit test/cases/.`,
    `- ${doorRegels} van die ${mutanten - doorControle} wijken af van test/proof/domain-rules.ts, los van de gevallen.`,
    `- ${overlevenden.length} overleven.`,
    ...overlevenden.map(
      ({ mutant: { bestand, plaats, wat }, regels }) =>
        `  ${bestand}, ${plaats}: ${wat}${regels === null ? '' : ' (wijkt wel af van domain-rules.ts)'}`,
    ),
  ].join('\n');
}
