import { randomBytes } from 'node:crypto';
import { readFolderFiles } from '../content/content-source.ts';
import { listUncommitted } from '../content/git-files.ts';
import { runAtStorage } from './run-command.ts';
import { runExchange } from './run-exchange.ts';

await runAtStorage(
  (storage) => storage.openRecordsDesk(),
  (desk, world) =>
    runExchange({
      ...world,
      desk,
      files: readFolderFiles(world.root),
      listUncommitted: () => listUncommitted(world.root, 'rules', 'tables'),
      newId: () => randomBytes(9).toString('base64url'),
    }),
);
