import type { Content } from '../domain/model/content.ts';
import { LAWS } from '../domain/proof/laws/laws.ts';
import { createProof } from '../domain/proof/proof.ts';
import { describeCase } from '../domain/proof/proof-words.ts';

/** What of the laws holds for this content. */
export interface LawReport {
  readonly isProved: boolean;
  readonly tekst: string;
}

/** Proves the laws for every possible case of content without faults, and tells each that is broken with its smallest case. */
export function checkLaws(content: Content): LawReport {
  const proof = createProof(content);
  const broken = LAWS.flatMap((law) => law.findBreaches(proof).map((breach) => ({ law, ...breach })));
  if (broken.length === 0) {
    const cases = proof.count(proof.advies.valid).toLocaleString('nl-NL');
    return { isProved: true, tekst: `De ${LAWS.length} wetten gelden in alle ${cases} mogelijke gevallen.` };
  }
  const regels = broken.map(({ law, wat, geval }) => {
    const voorbeeld = geval === null ? '' : ` Kleinste geval: ${describeCase(content.vragen, geval)}.`;
    return `- ${law.tekst} Maar: ${wat}.${voorbeeld}`;
  });
  return { isProved: false, tekst: ['Dit geldt niet meer in elk geval:', ...regels].join('\n') };
}
