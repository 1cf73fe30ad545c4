import { ConfigFout, readConfig, readDataDir } from '../config.ts';
import { toRegel } from '../content/content-fault.ts';
import { readContent } from '../content/load-content.ts';
import { readThema } from '../http/published/read-theme.ts';
import { readCa } from '../sending/start-sending.ts';
import { createViews, SjabloonFout } from '../templates/handlebars-views.ts';

/** All that people write for the server. */
export type Start = ReturnType<typeof readStart>;

/** Thrown when something that people wrote is wrong; the message lists all of it, `fouten` each as a sentence. */
export class StartFout extends Error {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    const aantal = fouten.length === 1 ? 'Er is 1 fout' : `Er zijn ${fouten.length} fouten`;
    super([`${aantal}:`, ...fouten.map((fout) => `- ${fout}`)].join('\n'));
    this.name = 'StartFout';
    this.fouten = fouten;
  }
}

/**
 * Reads settings, content, templates and look, below the project folder `root`; changes nothing.
 * @throws StartFout with every fault in any of them at once.
 */
export function readStart(root: string) {
  const fouten: string[] = [];
  const config = attempt(() => readConfig(root), fouten);
  const { content, fouten: inhoudFouten } = readContent(root);
  fouten.push(...inhoudFouten.map(toRegel));
  const views = attempt(() => createViews(`${root}views`), fouten);
  attempt(() => readCa(config?.smtp?.caFile ?? null), fouten);
  const dataDir = readDataDir(root);
  const thema = dataDir === null ? null : attempt(() => readThema(dataDir), fouten);
  if (!config || !content || !views || !thema || fouten.length > 0) throw new StartFout(fouten);
  return { config, content, views, thema };
}

/** What `read` gives; null, and its faults noted, when it throws. */
function attempt<T>(read: () => T, fouten: string[]): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigFout || error instanceof SjabloonFout) fouten.push(...error.fouten);
    else fouten.push(error instanceof Error ? error.message : String(error));
    return null;
  }
}
