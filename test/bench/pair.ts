import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from './http-client.ts';
import { recordJourney, type Step } from './journey.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const OURS = join(process.cwd(), 'dist', 'main.js');
const BARE = fileURLToPath(new URL('./bare-express.js', import.meta.url));
const FIRST_PAGE = '/vragen/acuut-gevaar';

/** Our site and its twin in bare Express, to be measured in turns. */
export interface Pair {
  readonly steps: readonly Step[];
  startOurs(extra?: Readonly<Record<string, string>>, args?: readonly string[]): Promise<ServerProcess>;
  startBare(): Promise<ServerProcess>;
  remove(): void;
}

/** Makes ready what both need: a folder for our data, and the pages of the journey for the twin. */
export async function createPair(): Promise<Pair> {
  const folder = mkdtempSync(join(tmpdir(), 'rdm-bench-'));
  const stepsFile = join(folder, 'steps.json');
  let number = 0;
  const startOurs: Pair['startOurs'] = (extra = {}, args = []) => {
    number += 1;
    return startServer({
      args: [...args, OURS],
      firstPage: FIRST_PAGE,
      // As it comes: the log on, in a file, and the secret of the stand made and kept by the server itself.
      logFile: join(folder, 'log'),
      env: {
        DATA_DIR: join(folder, `data-${number}`),
        // That of the build, as with `npm start`: what the build made of the same settings is found back.
        BASE_URL: 'http://localhost:3000',
        NODE_ENV: 'production',
        ...extra,
      },
    });
  };
  const ours = await startOurs();
  const client = await createClient(ours.port);
  const steps = await recordJourney(client);
  client.close();
  await ours.stop();
  writeFileSync(stepsFile, JSON.stringify(steps));
  return {
    steps,
    startOurs,
    startBare: () =>
      startServer({ args: [BARE, stepsFile], firstPage: FIRST_PAGE, env: { NODE_ENV: 'production' } }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
