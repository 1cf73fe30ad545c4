import { runAtStorage } from './run-at-storage.ts';
import { runCorrections } from './run-corrections.ts';

await runAtStorage(
  (storage) => storage.openDesk(),
  (desk, world) => runCorrections({ ...world, desk }),
);
