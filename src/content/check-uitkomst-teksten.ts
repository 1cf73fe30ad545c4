import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UITKOMSTEN } from '../domain/model/uitkomst.ts';
import type { Fout } from './content-fout.ts';

const MAP = 'views/partials';

/** Checks that every outcome of the advice has its words: a partial of its own that says what to do. */
export function checkUitkomstTeksten(root: string): Fout[] {
  // Content can be looked at without a site around it, such as that of an older version; a site without views does not start.
  if (!existsSync(join(root, MAP))) return [];
  return UITKOMSTEN.map((uitkomst) => `${MAP}/uitkomst-${uitkomst}.hbs`)
    .filter((bestand) => !existsSync(join(root, bestand)) || isLeeg(join(root, bestand)))
    .map((bestand) => ({
      bestand,
      plaats: '',
      melding: 'ontbreekt of is leeg. Schrijf hier wat iemand bij deze uitkomst doet.',
    }));
}

function isLeeg(pad: string): boolean {
  return readFileSync(pad, 'utf8').trim() === '';
}
