import { content } from '../support/real-content.ts';
import { judgeMutant, type Verdict } from './judge-mutant.ts';
import { listMutants } from './mutant.ts';
import { proofCases } from './proof-cases.ts';

/** How many mutants there are, what sees them, and which nothing sees. */
export interface MutationScore {
  readonly mutants: number;
  readonly byCheck: number;
  /** Of what the content check lets pass. */
  readonly byCases: number;
  readonly byRegels: number;
  /** No case sees these, and neither does the content check. */
  readonly survivors: readonly Verdict[];
}

/** Makes every mutant of the real content and judges one in so many; all of them take some seconds of work. */
export async function measureMutationScore(oneIn = 1): Promise<MutationScore> {
  const verdicts: Verdict[] = [];
  for (const [number, mutant] of [...listMutants(content)].entries())
    if (number % oneIn === 0) verdicts.push(await judgeMutant(mutant, proofCases));
  const by = (deel: 'controle' | 'geval' | 'regels') =>
    verdicts.filter((verdict) => verdict[deel] !== null).length;
  return {
    mutants: verdicts.length,
    byCheck: by('controle'),
    byCases: by('geval'),
    byRegels: by('regels'),
    survivors: verdicts.filter(({ controle, geval }) => controle === null && geval === null),
  };
}

/** The score as text, with each survivor by file and place. */
export function describeMutationScore(score: MutationScore): string {
  const { mutants, byCheck, byCases, byRegels, survivors } = score;
  return [
    `${mutants} mutanten: één waarde anders in rules/, of in wie mag aanmelden in tables/overlegtafels/.`,
    `- ${byCheck} stopt de controle van de inhoud bij het starten.`,
    `- ${byCases} van de andere ${mutants - byCheck} ziet een geval uit test/cases/.`,
    `- ${byRegels} van die ${mutants - byCheck} wijken af van test/proof/domain-rules.ts, los van de gevallen.`,
    `- ${survivors.length} overleven.`,
    ...survivors.map(
      ({ mutant: { bestand, plaats, wat }, regels }) =>
        `  ${bestand}, ${plaats}: ${wat}${regels === null ? '' : ' (wijkt wel af van domain-rules.ts)'}`,
    ),
  ].join('\n');
}
