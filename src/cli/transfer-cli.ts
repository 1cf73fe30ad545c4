import { runCommand } from './run-command.ts';
import { runTransfer } from './run-transfer.ts';

await runCommand(({ config: { dataDir, database }, ...world }) =>
  runTransfer({ ...world, dataDir, database }),
);
