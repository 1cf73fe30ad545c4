import { createViews } from '../adapters/handlebars-views.ts';
import { readCa } from '../adapters/smtp/start-versturen.ts';
import { SjabloonFout } from '../adapters/templates/read-templates.ts';
import { type Config, ConfigFout, readConfig, readDataDir } from '../config.ts';
import { toRegel } from '../content/content-fout.ts';
import type { Content } from '../domain/model/content.ts';
import type { Views } from '../domain/ports/views.ts';
import { NOTHING_PREPARED, type Prepared } from '../published/prepared.ts';
import { readThema, type Thema } from '../published/read-thema.ts';
import { prepareContent } from './prepare-content.ts';

/** All that people write for the server. */
export interface Start {
  readonly config: Config;
  readonly content: Content;
  readonly views: Views;
  readonly thema: Thema;
}

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
 * Reads settings, content, templates and look, below the project folder `root`; changes nothing. Content that the build
 * read and found right is in `prepared`.
 * @throws StartFout with every fault in any of them at once.
 */
export async function readStart(root: string, prepared: Prepared = NOTHING_PREPARED): Promise<Start> {
  const fouten: string[] = [];
  const config = attempt(() => readConfig(root), fouten);
  const { content, fouten: inhoudFouten } = await prepareContent(root, prepared);
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
