import { ConfigFault, readConfig, readDataDir } from '../config.ts';
import { toRegel } from '../content/content-fault.ts';
import { readContent } from '../content/load-content.ts';
import { readTheme } from '../http/published/read-theme.ts';
import { readCa } from '../sending/start-sending.ts';
import { createViews, TemplateFault } from '../templates/handlebars-views.ts';
import { readTexts } from '../templates/texts.ts';

/** All that people write for the server. */
export type Start = ReturnType<typeof readStart>;

/** Thrown when something that people wrote is wrong; the message lists all of it, `fouten` each as a sentence. */
export class StartFault extends Error {
  readonly fouten: readonly string[];

  constructor(faults: readonly string[]) {
    const count = faults.length === 1 ? 'Er is 1 fout' : `Er zijn ${faults.length} fouten`;
    super([`${count}:`, ...faults.map((fault) => `- ${fault}`)].join('\n'));
    this.name = 'StartFault';
    this.fouten = faults;
  }
}

/**
 * Reads settings, content, templates, texts and look, below the project folder `root`; changes nothing.
 * @throws StartFault with every fault in any of them at once.
 */
export function readStart(root: string) {
  const faults: string[] = [];
  const config = attempt(() => readConfig(root), faults);
  const { content, files: projectFiles, fouten: contentFaults } = readContent(root);
  faults.push(...contentFaults.map(toRegel));
  const views = attempt(() => createViews(`${root}views`), faults);
  const say = attempt(() => readTexts(`${root}views/text`), faults);
  attempt(() => readCa(config?.smtp?.caFile ?? null), faults);
  const dataDir = readDataDir(root);
  const thema = dataDir === null ? null : attempt(() => readTheme(dataDir), faults);
  if (!config || !content || !views || !say || !thema || faults.length > 0) throw new StartFault(faults);
  return { config, content, projectFiles, views, say, thema };
}

/** What `read` gives; null, and its faults noted, when it throws. */
function attempt<T>(read: () => T, faults: string[]): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigFault || error instanceof TemplateFault) faults.push(...error.fouten);
    else faults.push(error instanceof Error ? error.message : String(error));
    return null;
  }
}
