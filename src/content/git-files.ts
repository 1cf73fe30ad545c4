import { execFileSync } from 'node:child_process';

/** Thrown when a version of the content cannot be read; the message is a sentence for whoever asked. */
export class VersionFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VersionFault';
  }
}

/**
 * The commit that a revision names.
 * @throws VersionFault when there is none.
 */
export function findCommit(root: string, revision: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new VersionFault('Vergelijken kan niet: het programma git is niet te vinden.');
    throw new VersionFault(
      `Revisie "${revision}" bestaat niet. Geef een commit, tak of label van git, zoals HEAD~1 of main.`,
    );
  }
}

/** The files of a commit below these folders. Paths are relative to `root`, also in a larger repository. */
export function listPaths(root: string, commit: string, ...folders: readonly string[]): string[] {
  return git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', ...folders).split('\0');
}

/** Reads files of a commit with one run of git: forty runs take a second. */
export function readBlobs(root: string, commit: string, paths: readonly string[]): Map<string, string> {
  const input = paths.map((path) => `${commit}:./${path}\n`).join('');
  const output = runGit(root, ['cat-file', '--batch'], input);
  const blobs = new Map<string, string>();
  let at = 0;
  for (const path of paths) {
    // A line with the size in bytes, and then that many bytes and the end of a line.
    const begin = output.indexOf('\n', at) + 1;
    const size = Number(output.toString('utf8', at, begin).trim().split(' ').at(-1));
    blobs.set(path, output.toString('utf8', begin, begin + size));
    at = begin + size + 1;
  }
  return blobs;
}

function git(root: string, ...command: readonly string[]): string {
  return runGit(root, command).toString('utf8');
}

function runGit(root: string, command: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['-C', root, ...command], {
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/**
 * The files below these folders that differ from the last commit, or that git does not know.
 * @throws VersionFault when `root` is in no repository, or there is no git.
 */
export function listUncommitted(root: string, ...folders: readonly string[]): string[] {
  try {
    return git(root, 'status', '--porcelain', '--', ...folders)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3));
  } catch {
    throw new VersionFault('Of er iets is gewijzigd, is niet na te gaan: hier is geen git.');
  }
}
