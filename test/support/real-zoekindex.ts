import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createSearchIndex } from '../../src/adapters/search-index.ts';
import { synoniemSchema } from '../../src/domain/model/synoniem.ts';
import { listDocuments } from '../../src/domain/search/list-documents.ts';
import { listDirectoryPages } from '../../src/web/directory/list-directory-pages.ts';
import { listAboutPages } from '../../src/web/list-about-pages.ts';
import { ZOEK_ADRESSEN } from '../../src/web/search/zoek-adressen.ts';
import { content, ROOT } from './real-content.ts';

export const synoniemen = z
  .object({ synoniemen: z.array(synoniemSchema) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'tables/synoniemen.json'), 'utf8'))).synoniemen;
/** Everything that can be found in the real content. */
export const documenten = listDocuments(content, ZOEK_ADRESSEN, [
  ...listAboutPages(content),
  ...listDirectoryPages(content),
]);
/** The search over the real content. */
export const zoeken = createSearchIndex(documenten, synoniemen);
