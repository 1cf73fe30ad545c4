import { ContentFault } from '../content/content-fault.ts';
import { readFolderFiles } from '../content/content-source.ts';
import { readContentFiles } from '../content/load-content.ts';
import { createVersionStore } from '../editing/version-store.ts';
import { createAnswerLinks } from '../stand/answer-links.ts';
import { printTableLink } from './print-table-link.ts';
import { runAtStorage } from './run-command.ts';

await runAtStorage(
  (storage) => storage.openRecordsDesk(),
  async (desk, { config: { standSecrets, baseUrl }, storage, root, ...world }) => {
    // The tables are those of the site: somebody may have added one in /beheer.
    const versions = createVersionStore({ records: desk, projectFiles: readFolderFiles(root) });
    const { content, fouten } = readContentFiles((await versions.readLive()).files);
    if (!content || fouten.length > 0) throw new ContentFault(fouten);
    const secrets = standSecrets ?? [await storage.readSecret()];
    const links = createAnswerLinks({
      ...{ content, baseUrl, now: world.now },
      secrets: () => secrets,
      canUse: () => true,
    });
    return printTableLink({
      ...world,
      tafels: content.tafels.map(({ id }) => id),
      make: links.makeForTable,
    });
  },
);
