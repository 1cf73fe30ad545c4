import { toCasusJsonSchema } from '../domain/casus/casus.ts';
import { toSealedJsonSchema } from '../domain/casus/sealed-casus.ts';
import { oncePerDay } from '../domain/memoize.ts';
import type { WriteVcard } from '../domain/model/contact.ts';
import type { Content } from '../domain/model/content.ts';
import { OPERATOR_UNKNOWN, type OperatorInfo } from '../domain/model/operator-info.ts';
import { listDocuments } from '../domain/search/list-documents.ts';
import type { SearchDocument } from '../domain/search/search-document.ts';
import type { Rooms } from '../domain/table-answers/room.ts';
import type { Say } from '../domain/texts.ts';
import type { Views } from '../domain/views.ts';
import { API_PATH, describeApiPage, toApiPage } from './api-page/to-api-page.ts';
import { toBeginPage } from './casus/to-begin-page.ts';
import { listDirectoryPages } from './directory/list-directory-pages.ts';
import { describeGuide, toGuidePage } from './guide/to-guide-page.ts';
import { listAboutPages } from './list-about-pages.ts';
import type { RenderPage, StaticFile, StaticPage } from './page.ts';
import { listJsonLd } from './reuse/list-json-ld.ts';
import { listVcards } from './reuse/list-vcards.ts';
import { toRobots, toSitemap } from './reuse/to-sitemap.ts';
import { listStartpuntPages } from './roles/list-startpunt-pages.ts';
import { SEARCH_ADDRESSES } from './search/to-search-page.ts';
import type { DrawnTree } from './tree/lay-out-tree.ts';
import { listTreeFiles, TREE_PATH, toTreePage } from './tree/to-tree-page.ts';
import { toTwoTablesPage } from './tree/to-what-if.ts';

interface Options {
  readonly content: Content;
  readonly operator: OperatorInfo;
  readonly render: RenderPage;
  readonly views: Views;
  readonly say: Say;
  /** What tables told of their room. */
  readonly ruimte: { read(): Rooms };
  readonly writeVcard: WriteVcard;
  /** Address of the site, without a slash at the end. */
  readonly baseUrl: string;
  /** Whether the server sends mail for users. */
  readonly canSend: boolean;
  /** The tree with its picture. */
  readonly beslisboom: () => Promise<DrawnTree>;
  /** The description of the API (OpenAPI 3.1), as it is on a day. */
  readonly openApi: (today: Date) => Promise<object>;
}

/** All that is the same for everyone, to be published: the pages, and what other programs can use. */
export function listStaticFiles(deps: Options): StaticFile[] {
  const { content, say, render, baseUrl } = deps;
  const getPages = oncePerDay((today) => new Map(listPages(deps, today).map((page) => [page.pad, page])));
  const paths = listPages(deps, new Date(0)).map(({ pad }) => pad);
  const jsonLd = listJsonLd(content, baseUrl);
  const toPage = (pad: string, make: StaticFile['make']): StaticFile => ({
    pad,
    make,
    type: 'text/html; charset=utf-8',
    headers: {},
  });
  return [
    ...paths.map((path) =>
      toPage(path, (today) => {
        const page = getPages(today).get(path);
        if (!page) throw new Error(`There is no page for ${path}.`);
        return render(path, { ...page, jsonLd: jsonLd.get(path) ?? null });
      }),
    ),
    toPage(TREE_PATH, async () => render(TREE_PATH, toTreePage(say, content, await deps.beslisboom()))),
    toPage(API_PATH, async (today) => render(API_PATH, toApiPage(say, await deps.openApi(today)))),
    ...listTreeFiles(deps.beslisboom),
    ...listVcards(deps),
    toSchemaFile('/schemas/casus.schema.json', toCasusJsonSchema),
    toSchemaFile('/schemas/casus-versleuteld.schema.json', toSealedJsonSchema),
    toSitemap(content, baseUrl, [...paths, TREE_PATH, API_PATH]),
    toRobots(baseUrl),
  ];
}

/** The pages that are the same for everyone on a day and made of nothing but the content: not the tree and the API. */
export function listPages(
  {
    content,
    say,
    operator,
    canSend,
    baseUrl,
    ruimte,
  }: Pick<Options, 'content' | 'say' | 'operator' | 'canSend' | 'baseUrl' | 'ruimte'>,
  today: Date,
): StaticPage[] {
  return [
    ...listAboutPages(say, content, operator, canSend, today),
    ...listDirectoryPages(say, content, today, ruimte.read),
    ...listStartpuntPages(say, content),
    toGuidePage(say, content, baseUrl, today),
    toBeginPage(say, today),
    toTwoTablesPage(say, content, []),
  ];
}

function toSchemaFile(pad: string, make: () => object): StaticFile {
  return {
    pad,
    type: 'application/schema+json; charset=utf-8',
    make: () => JSON.stringify(make(), null, 2),
    headers: {},
  };
}

/** What of the site can be found: the content, and the pages that are the same for everyone. */
export function listSearchDocuments(say: Say, content: Content, now: Date): SearchDocument[] {
  return listDocuments(say, content, SEARCH_ADDRESSES, [
    ...listAboutPages(say, content, OPERATOR_UNKNOWN, false, now),
    ...listDirectoryPages(say, content, now),
    ...listStartpuntPages(say, content),
    describeGuide(say),
    describeApiPage(say),
  ]);
}
