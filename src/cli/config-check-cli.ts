import { fileURLToPath } from 'node:url';
import type { InstellingRegel } from '../config/list-settings.ts';
import { readDataDir, showSettings } from '../config.ts';
import { readStart, StartFout } from '../server/read-start.ts';
import { findOpslagFouten } from '../storage/open-store.ts';

/**
 * `npm run config:check`: says what the start would say of settings, content, templates, look and storage, without
 * starting. Gives the exit code: 1 when something is wrong.
 */
async function checkStart(root: string, print: (tekst: string) => void): Promise<number> {
  const instellingen = showSettings(root);
  const breedte = Math.max(...instellingen.map(({ naam }) => naam.length));
  print(`Instellingen:\n${instellingen.map((regel) => toInstelling(regel, breedte)).join('\n')}\n\n`);
  const startFouten = findStartFouten(root);
  const dataDir = readDataDir(root);
  const opslagFouten = dataDir === null ? [] : await findOpslagFouten(dataDir);
  if (startFouten.length > 0) print(`De server start niet:\n${toLijst(startFouten)}\n`);
  if (opslagFouten.length > 0) {
    print(`De opslag klopt niet. Tot dit is hersteld, werkt de site zonder:\n${toLijst(opslagFouten)}\n`);
  }
  if (startFouten.length + opslagFouten.length > 0) return 1;
  print('Instellingen, inhoud, sjablonen, thema en opslag kloppen.\n');
  return 0;
}

function findStartFouten(root: string): readonly string[] {
  try {
    readStart(root);
    return [];
  } catch (error) {
    if (error instanceof StartFout) return error.fouten;
    throw error;
  }
}

function toInstelling({ naam, waarde, isIngesteld }: InstellingRegel, breedte: number): string {
  return `  ${naam.padEnd(breedte)} ${waarde}${isIngesteld ? '' : ' (standaard)'}`;
}

function toLijst(fouten: readonly string[]): string {
  return fouten.map((fout) => `- ${fout}`).join('\n');
}

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
process.exitCode = await checkStart(root, (tekst) => process.stdout.write(tekst));
