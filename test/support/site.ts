import { join } from 'node:path';
import { inject } from 'vitest';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { createBeslismodel } from '../../src/domain/model/beslismodel.ts';
import { findNextVraag } from '../../src/domain/questions/next-question.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { loadContent } from './load-content.ts';
import { vignettes } from './vignettes.ts';

/** The running site of the browser tests; its content is read from the copy it was built from. */
export const site = inject('site');
export const siteContent = loadContent(site.root);
export const publicDir = join(site.root, 'dist', 'public');
const model = createBeslismodel(siteContent);

/** A stand as the site seals it; `age` is how long ago it was made, in hours. */
export function sealStand(antwoorden: Antwoorden, age = 0): string {
  const now = () => new Date(Date.now() - age * 60 * 60 * 1000);
  return createSealedStand({ secrets: () => [site.secret], vragen: siteContent.vragen, now }).seal(
    antwoorden,
  );
}

/** A path that carries answers. */
export function withStand(path: string, antwoorden: Antwoorden): string {
  return `${path}?a=${sealStand(antwoorden)}`;
}

/** The answers of a vignette by the start of its name, completed. */
export function toCompleteAntwoorden(naam: string): Antwoorden {
  const vignet = vignettes.find((candidate) => candidate.naam.startsWith(naam));
  if (!vignet) throw new Error(`Er is geen vignet dat begint met: ${naam}`);
  return fillUp(vignet.antwoorden);
}

/** The answers, and "I do not know" to all else that would be asked before the advice. */
export function fillUp(given: Antwoorden): Antwoorden {
  let antwoorden = given;
  for (let vraag = findNextVraag(model, antwoorden); vraag; vraag = findNextVraag(model, antwoorden)) {
    antwoorden = { ...antwoorden, [vraag.feit]: vraag.type === 'meerkeuze' ? ['weetNiet'] : 'weetNiet' };
  }
  return antwoorden;
}
