import { setImmediate as takeTurn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { toRegel } from './content/content-fault.ts';
import { readContentFiles } from './content/load-content.ts';
import { createSite, type MadeParts, type SiteBase } from './create-site.ts';
import type { Files } from './domain/editing/versions.ts';
import type { Content } from './domain/model/content.ts';
import { keepWhatIf, toWhatIf, type WhatIf } from './domain/proof/what-if.ts';
import type { Rooms } from './domain/table-answers/room.ts';
import type { Say } from './domain/texts.ts';
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

/** Data as bytes, for another thread: who gets it reads it in a turn of its own choice, instead of all in the turn of the message. */
interface Packed<T> {
  readonly bytes: Uint8Array;
  /** Only a type: what comes out again. */
  readonly holds?: T;
}

/** All that takes long to make of a content, as plain data; what is large can be read one a turn. */
export interface SiteParts {
  readonly content: Packed<Content>;
  readonly day: number;
  readonly edition: number;
  readonly files: PackedFiles;
  readonly beslisboom: DrawnTree;
  readonly whatIf: Packed<WhatIf>;
  readonly zoeken: { readonly [Part in keyof PreparedSearch]: Packed<PreparedSearch[Part]> };
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
  const { entries, rows, words } = prepareSearch(
    base.say,
    listSearchDocuments(base.say, content, moment),
    content.synoniemen,
  );
  return {
    parts: {
      content: pack(content),
      day: site.today().getTime(),
      edition,
      files: packFiles(made),
      beslisboom: await site.beslisboom(),
      whatIf: pack(toWhatIf(content)),
      zoeken: { entries: pack(entries), rows: pack(rows), words: pack(words) },
    },
  };
}

/** Makes of the parts the content and what its site takes, in small turns, so that requests come in between. */
export async function openSiteParts(
  say: Say,
  parts: SiteParts,
): Promise<{ readonly content: Content; readonly made: MadeParts }> {
  const { day, edition, beslisboom } = parts;
  const content = await unpackInTurn(parts.content);
  keepWhatIf(content, await unpackInTurn(parts.whatIf));
  const files = unpackFiles(parts.files);
  const zoeken = await openSearch(say, {
    entries: await unpackInTurn(parts.zoeken.entries),
    rows: await unpackInTurn(parts.zoeken.rows),
    words: await unpackInTurn(parts.zoeken.words),
  });
  await takeTurn();
  return { content, made: { files: { day, edition, files }, beslisboom, zoeken } };
}

function pack<T>(data: T): Packed<T> {
  return { bytes: serialize(data) };
}

async function unpackInTurn<T>({ bytes }: Packed<T>): Promise<T> {
  await takeTurn();
  return deserialize(bytes) as T;
}
