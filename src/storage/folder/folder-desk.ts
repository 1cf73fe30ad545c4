import { setTimeout as wait } from 'node:timers/promises';
import type { CorrectionsDesk } from '../corrections-desk.ts';
import { readCorrections } from './corrections-file.ts';
import { isLockTaken } from './folder-lock.ts';
import { leaveCommand, listCommands } from './operator-commands.ts';

/** How long a running server gets to carry out an instruction, in milliseconds. */
const PATIENCE = 5_000;

/** The reports in a data folder. Only a server writes them: what an operator wants done is left for it. */
export function createFolderDesk(dataDir: string, now: () => Date): CorrectionsDesk {
  async function waitUntilDone(path: string): Promise<boolean> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(100)) {
      if (!(await listCommands(dataDir)).some((waiting) => waiting.pad === path)) return true;
    }
    return false;
  }

  return {
    lijst: () => readCorrections(dataDir),
    async carryOut(command) {
      const path = await leaveCommand(dataDir, command, now());
      return isLockTaken(dataDir) && (await waitUntilDone(path));
    },
    close: async () => {},
  };
}
