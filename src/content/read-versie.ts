import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Inhoud, parseInhoud } from '../domain/diff/inhoud.ts';
import { toLijst } from './content-fout.ts';

/** The files that hold content; their schemas lie in folders of their own. */
const INHOUD = /^(rules|tables|tables\/overlegtafels)\/[^/]+\.json$/;

/** Thrown when a version of the content cannot be read; the message is a sentence for whoever asked. */
export class VersieFout extends Error {
  constructor(melding: string) {
    super(melding);
    this.name = 'VersieFout';
  }
}

/**
 * Reads the content below `root` as it is now, to compare.
 * @throws VersieFout
 */
export function readHuidig(root: string): Inhoud {
  const paden = ['rules', 'tables', 'tables/overlegtafels'].flatMap((map) =>
    readdirSync(join(root, map)).map((naam) => `${map}/${naam}`),
  );
  return toInhoud('de inhoud van nu', paden, (pad) => readFileSync(join(root, pad), 'utf8'));
}

/**
 * Reads the content below `root` as it was at a revision in git, to compare.
 * @throws VersieFout when the revision is unknown or holds no content, or content of another form.
 */
export function readRevisie(root: string, revisie: string): Inhoud {
  const commit = findCommit(root, revisie);
  // Paths are relative to `root`, also when the project is a folder of a larger repository.
  const paden = git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', 'rules', 'tables').split('\0');
  if (!paden.some((pad) => INHOUD.test(pad)))
    throw new VersieFout(`Revisie ${revisie} heeft nog geen inhoud in rules/ en tables/.`);
  return toInhoud(`de inhoud van ${revisie}`, paden, (pad) => git(root, 'show', `${commit}:./${pad}`));
}

function toInhoud(naam: string, paden: readonly string[], lees: (pad: string) => string): Inhoud {
  const bestanden = new Map(
    paden
      .filter((pad) => INHOUD.test(pad))
      .sort()
      .map((pad) => [pad, parseJson(naam, pad, lees(pad))]),
  );
  const gelezen = parseInhoud(bestanden);
  if ('inhoud' in gelezen) return gelezen.inhoud;
  throw new VersieFout(
    `Vergelijken kan niet: ${naam} heeft een andere vorm dan hier te lezen is.\n${toLijst(gelezen.fouten, 'fout', 'fouten')}`,
  );
}

function parseJson(naam: string, pad: string, tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    throw new VersieFout(`Vergelijken kan niet: in ${naam} is ${pad} geen geldige JSON.`);
  }
}

function findCommit(root: string, revisie: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revisie}^{commit}`).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new VersieFout('Vergelijken kan niet: het programma git is niet te vinden.');
    throw new VersieFout(
      `Revisie "${revisie}" bestaat niet. Geef een commit, tak of label van git, zoals HEAD~1 of main.`,
    );
  }
}

function git(root: string, ...opdracht: readonly string[]): string {
  return execFileSync('git', ['-C', root, ...opdracht], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
}
