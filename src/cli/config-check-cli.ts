import { fileURLToPath } from 'node:url';
import type { SettingRegel } from '../config/any-settings.ts';
import { readPlaces, showSettings } from '../config.ts';
import { readStart, StartFault } from '../server/read-start.ts';
import { chooseStorage } from '../storage/open-storage.ts';

/**
 * `npm run config:check`: says what the start would say of settings, content, templates, look and storage, without
 * starting. Gives the exit code: 1 when something is wrong.
 */
async function checkStart(root: string, print: (tekst: string) => void): Promise<number> {
  const settings = showSettings(root);
  const width = Math.max(...settings.map(({ naam }) => naam.length));
  print(`Instellingen:\n${settings.map((regel) => toSetting(regel, width)).join('\n')}\n\n`);
  const startFaults = findStartFaults(root);
  const storageFaults = await findStorageFaults(root);
  if (startFaults.length > 0) print(`De server start niet:\n${toList(startFaults)}\n`);
  if (storageFaults.length > 0) {
    print(`De opslag klopt niet. Tot dit is hersteld, werkt de site zonder:\n${toList(storageFaults)}\n`);
  }
  if (startFaults.length + storageFaults.length > 0) return 1;
  print('Instellingen, inhoud, sjablonen, thema en opslag kloppen.\n');
  return 0;
}

async function findStorageFaults(root: string): Promise<string[]> {
  const places = readPlaces(root);
  return places ? chooseStorage({ ...places, now: () => new Date(), onError: () => {} }).findFaults() : [];
}

function findStartFaults(root: string): readonly string[] {
  try {
    readStart(root);
    return [];
  } catch (error) {
    if (error instanceof StartFault) return error.fouten;
    throw error;
  }
}

function toSetting({ naam, waarde, isConfigured }: SettingRegel, width: number): string {
  return `  ${naam.padEnd(width)} ${waarde}${isConfigured ? '' : ' (standaard)'}`;
}

function toList(faults: readonly string[]): string {
  return faults.map((fault) => `- ${fault}`).join('\n');
}

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
process.exitCode = await checkStart(root, (tekst) => process.stdout.write(tekst));
