import { runAtStorage } from './run-command.ts';
import { runCorrections } from './run-corrections.ts';

await runAtStorage(
  (storage) => storage.openDesk(),
  async (desk, world) => {
    await runCorrections({ ...world, desk });
    return 0;
  },
);
