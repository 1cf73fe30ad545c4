import { toRegel } from '../content/content-fault.ts';
import { hashFiles } from '../content/content-source.ts';
import { readContentFiles } from '../content/load-content.ts';
import { writeContent } from '../content/write-content.ts';
import { toNewConcept } from '../domain/editing/draft.ts';
import { toOverrides } from '../domain/editing/part.ts';
import { OPERATOR_ID } from '../domain/editing/people.ts';
import type { Files } from '../domain/editing/versions.ts';
import { createVersionStore } from '../editing/version-store.ts';
import type { RecordsDesk } from '../storage/storage.ts';
import type { World } from './run-command.ts';

const HELP = `De inhoud van de site en de bestanden in rules/ en tables/.

  npm run content:export                 schrijf de nieuwste versie van de site in rules/ en tables/
  npm run content:export -- 12           schrijf versie 12
  npm run content:export -- --force      ook als er wijzigingen zijn die niet in git staan
  npm run content:import                 bied de bestanden aan als concept; een uitgever keurt het goed in /beheer
`;

interface Env extends Pick<World, 'args' | 'root' | 'now' | 'print' | 'printFault'> {
  readonly desk: RecordsDesk;
  /** The content files in it. */
  readonly files: Files;
  /** The files in it that git has not; throws when that cannot be known. */
  readonly listUncommitted: () => readonly string[];
  readonly newId: () => string;
}

/** Runs `npm run content:export` and `content:import`; gives the exit code. @throws StorageFailure when there is no storage. */
export async function runExchange(env: Env): Promise<number> {
  const [command, ...rest] = env.args;
  const force = rest.includes('--force');
  const [given, ...more] = rest.filter((arg) => arg !== '--force');
  if (command === 'export' && more.length === 0 && /^\d{0,6}$/.test(given ?? ''))
    return exportVersion(env, given === undefined ? null : Number(given), force);
  if (command === 'import' && rest.length === 0) return importFiles(env);
  env.printFault(HELP);
  return 1;
}

async function exportVersion(env: Env, given: number | null, force: boolean): Promise<number> {
  const { desk, root, files: own, print, printFault } = env;
  const live = await desk.findLiveVersion();
  const nummer = given ?? live;
  if (nummer > live) {
    printFault(`Versie ${nummer} is er niet. De nieuwste is ${live}.\n`);
    return 1;
  }
  const fault = force ? null : findUncommitted(env);
  if (fault !== null) {
    printFault(`${fault}\nBewaar dat eerst, of geef --force om het te overschrijven.\n`);
    return 1;
  }
  const files = await createVersionStore({ records: desk, projectFiles: own }).readFiles(nummer);
  const written = writeContent(root, files, own);
  print(`Versie ${nummer} staat in rules/ en tables/.\n`);
  print(written.length === 0 ? 'Er veranderde niets.\n' : `${written.map((path) => `  ${path}\n`).join('')}`);
  return 0;
}

/** What is not in git, as a sentence; null when nothing is. */
function findUncommitted({ listUncommitted }: Env): string | null {
  try {
    const paths = listUncommitted();
    return paths.length === 0
      ? null
      : `Deze bestanden hebben wijzigingen die niet in git staan: ${paths.join(', ')}.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Offers the files as a draft of the operator: somebody in `/beheer` approves it, as any other. */
async function importFiles({ desk, files, now, newId, print, printFault }: Env): Promise<number> {
  const { fouten } = readContentFiles(files);
  if (fouten.length > 0) {
    printFault(
      `De bestanden hebben fouten. Herstel die eerst:\n${fouten.map((fout) => `- ${toRegel(fout)}\n`).join('')}`,
    );
    return 1;
  }
  const live = await createVersionStore({ records: desk, projectFiles: files }).readLive();
  if (hashFiles(live.files) === hashFiles(files)) {
    print('De bestanden zijn gelijk aan wat er op de site staat. Er is niets te doen.\n');
    return 0;
  }
  const moment = now().toISOString();
  const titel = 'Inhoud uit bestanden';
  const value = toNewConcept(
    { titel, wie: OPERATOR_ID, basis: live.nummer, moment },
    {
      status: 'aangeboden',
      bestanden: toOverrides(live.files, files),
      toelichting: 'Ingelezen op de server met content:import.',
    },
  );
  const entry = { op: moment, wie: OPERATOR_ID, wat: 'concept-ingelezen', over: titel, versie: null };
  const done = await desk.commit([{ kind: 'concept', id: newId(), revision: 0, value }], [entry]);
  print(
    done === 'wacht'
      ? 'De server zet de bestanden straks klaar als concept.\n'
      : 'De bestanden staan klaar als concept. Een uitgever bekijkt het in /beheer en keurt het goed.\n',
  );
  return 0;
}
