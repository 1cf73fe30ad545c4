import { setImmediate as takeTurn } from 'node:timers/promises';
import { toRegel } from './content/content-fault.ts';
import { readContentFiles } from './content/load-content.ts';
import { createSite, type MadeParts, type SiteBase } from './create-site.ts';
import type { Files } from './domain/editing/versions.ts';
import type { Content } from './domain/model/content.ts';
import { keepWhatIf, toWhatIf, type WhatIf } from './domain/proof/what-if.ts';
import type { Rooms } from './domain/table-answers/room.ts';
import { type PackedFiles, packFiles, unpackFiles } from './http/published/pack-files.ts';
import { openSearch, type PreparedSearch, prepareSearch } from './search/search-index.ts';
import { listSearchDocuments } from './web/list-static-files.ts';
import type { DrawnTree } from './web/tree/lay-out-tree.ts';

/** What a thread beside the server is asked: to make what takes long of these content files. */
export interface PartsJob {
  readonly files: Files;
  /** The moment, in milliseconds. */
  readonly now: number;
  /** What tables told of their room, and which edition of that it is. */
  readonly rooms: Rooms;
  readonly edition: number;
}

/** All that takes long to make of a content, as plain data. */
export interface SiteParts {
  readonly content: Content;
  readonly day: number;
  readonly edition: number;
  readonly files: PackedFiles;
  readonly beslisboom: DrawnTree;
  readonly whatIf: WhatIf;
  readonly zoeken: PreparedSearch;
}

/** The parts; or what is wrong with the content, a Dutch sentence each. */
export type PartsAnswer = { readonly parts: SiteParts } | { readonly fouten: readonly string[] };

/** Reads and checks content files, and makes all of the site that takes long. */
export async function makeSiteParts(
  base: Omit<SiteBase, 'ruimte' | 'now' | 'publicFiles'>,
  { files, now, rooms, edition }: PartsJob,
): Promise<PartsAnswer> {
  const { content, fouten } = readContentFiles(files);
  if (!content || fouten.length > 0) return { fouten: fouten.map(toRegel) };
  const moment = new Date(now);
  const site = createSite(
    {
      ...base,
      now: () => moment,
      ruimte: { read: () => rooms, edition: () => edition },
      // Those are the same for every version: the server has them.
      publicFiles: new Map(),
    },
    content,
  );
  const made = await site.publication.complete();
  return {
    parts: {
      content,
      day: site.today().getTime(),
      edition,
      files: packFiles(made),
      beslisboom: await site.beslisboom(),
      whatIf: toWhatIf(content),
      zoeken: prepareSearch(listSearchDocuments(base.say, content, moment), content.synoniemen),
    },
  };
}

/** Makes of the parts what a site takes, in small turns, so that requests come in between. */
export async function openSiteParts(parts: SiteParts): Promise<MadeParts> {
  const { content, day, edition, beslisboom } = parts;
  keepWhatIf(content, parts.whatIf);
  const files = unpackFiles(parts.files);
  await takeTurn();
  const zoeken = await openSearch(parts.zoeken);
  await takeTurn();
  return { files: { day, edition, files }, beslisboom, zoeken };
}
