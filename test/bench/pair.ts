import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from './http-client.ts';
import { FIRST_PAGE, recordJourney } from './journey.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const BARE = fileURLToPath(new URL('./bare-express.js', import.meta.url));

/** Our site and its twin in bare Express, and perhaps another build of ours, to be measured by turns. */
export interface Pair {
  /** With these settings beside those of every measurement. */
  startOurs(env?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Ours, while what it enters is counted. */
  startFollowed(): Promise<ServerProcess>;
  startBare(): Promise<ServerProcess>;
  /** The build of `--against`; null where there is none. */
  readonly startOther: Pair['startOurs'] | null;
  remove(): void;
}

/**
 * Makes ready what they need: a folder for data, and the pages of the journey for the twin.
 * `other` is the folder of another checkout that was built.
 */
export async function createPair(other: string | null): Promise<Pair> {
  const folder = mkdtempSync(join(tmpdir(), 'rdm-bench-'));
  const stepsFile = join(folder, 'steps.json');
  let number = 0;
  const startSite = (checkout: string, env: Readonly<Record<string, string>> = {}, followed = false) => {
    number += 1;
    return startServer({
      args: [findServer(checkout)],
      cwd: checkout,
      firstPage: FIRST_PAGE,
      // As it comes: the log on, in a file, and the secret of the stand made and kept by the server itself.
      logFile: join(folder, 'log'),
      followed,
      env: {
        DATA_DIR: join(folder, `data-${number}`),
        BASE_URL: 'http://localhost:3000',
        NODE_ENV: 'production',
        ...env,
      },
    });
  };
  const startOurs: Pair['startOurs'] = (env) => startSite(process.cwd(), env);
  const ours = await startOurs();
  const client = await createClient(ours.port);
  writeFileSync(stepsFile, JSON.stringify(await recordJourney(client)));
  client.close();
  await ours.stop();
  return {
    startOurs,
    startFollowed: () => startSite(process.cwd(), {}, true),
    startBare: () =>
      startServer({ args: [BARE, stepsFile], firstPage: FIRST_PAGE, env: { NODE_ENV: 'production' } }),
    startOther: other === null ? null : (env) => startSite(resolve(other), env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What `npm run start:built` starts in this checkout: it has not always been the same file. */
function findServer(checkout: string): string {
  const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const file = /node (\S+)/.exec(scripts?.['start:built'] ?? '')?.[1];
  if (file === undefined) throw new Error(`${checkout} has no script start:built that starts a file.`);
  return join(checkout, file);
}
