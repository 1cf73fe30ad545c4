import { compareInhoud } from '../domain/diff/compare-inhoud.ts';
import { toDiffVerslag } from './diff-verslag.ts';
import { readHuidig, readRevisie } from './read-versie.ts';

/**
 * Tells what the content below `root` does otherwise than at a revision of git.
 * @throws VersieFout when one of the two cannot be read.
 */
export function diffContent(root: string, revisie: string): string {
  const [oud, nieuw] = [readRevisie(root, revisie), readHuidig(root)];
  const naamVan = (tafel: string) => {
    const naam = (nieuw.tafels.get(tafel) ?? oud.tafels.get(tafel))?.gegevens.korteNaam;
    return typeof naam === 'string' ? naam : tafel;
  };
  const verslag = toDiffVerslag(compareInhoud(oud, nieuw), naamVan);
  return `De inhoud van nu, vergeleken met ${revisie}:\n\n${verslag}`;
}
