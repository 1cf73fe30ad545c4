import { ContentFault } from '../../src/content/content-fault.ts';
import { readContent } from '../../src/content/load-content.ts';
import type { Content } from '../../src/domain/model/content.ts';

/**
 * Reads and cross-checks all content below `root` (the folder that holds `rules/` and `tables/`).
 * @throws ContentFault with every fault at once: file, place and remedy.
 */
export function loadContent(root: string): Content {
  const { content, fouten } = readContent(root);
  if (content === null || fouten.length > 0) throw new ContentFault(fouten);
  return content;
}
