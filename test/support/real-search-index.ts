import { createSearchIndex } from '../../src/search/search-index.ts';
import { listSearchDocuments } from '../../src/web/list-static-files.ts';
import { content } from './real-content.ts';
import { say } from './texts.ts';

export const { synoniemen: synonyms } = content;
/** Everything that can be found in the real content. */
export const documents = listSearchDocuments(say, content, new Date('2026-11-21T09:00:00Z'));
/** The search over the real content. */
export const search = createSearchIndex(say, documents, synonyms);
