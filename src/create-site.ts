import { createOpenApi } from './api/openapi/create-openapi.ts';
import { PUBLIC_HEADERS } from './api/public-answers.ts';
import { type ApiResources, createResources } from './api/resources.ts';
import { writeVcard } from './documents/vcard-writer.ts';
import { toDutchDay } from './domain/calendar.ts';
import { createEvaluator } from './domain/evaluation/evaluator.ts';
import { once, oncePerDay } from './domain/memoize.ts';
import { createBeslismodel } from './domain/model/beslismodel.ts';
import type { Content } from './domain/model/content.ts';
import type { OperatorInfo } from './domain/model/operator-info.ts';
import type { Search } from './domain/search/search.ts';
import type { Say } from './domain/texts.ts';
import { buildTree } from './domain/tree/build-tree.ts';
import type { Views } from './domain/views.ts';
import { createPublication, type MadeFiles, type Publication } from './http/published/publication.ts';
import { type PublishedFiles, publish } from './http/published/published-file.ts';
import { createSearchIndex } from './search/search-index.ts';
import type { RoomBoard } from './server/room-board.ts';
import { listSearchDocuments, listStaticFiles } from './web/list-static-files.ts';
import { type Assets, createRenderPage, type StaticFile } from './web/page.ts';
import { createPreview } from './web/preview-pages.ts';
import { type DrawnTree, drawTree } from './web/tree/lay-out-tree.ts';

/** What a site is made with, whatever its content. */
export interface SiteBase {
  readonly views: Views;
  readonly say: Say;
  readonly baseUrl: string;
  readonly operator: OperatorInfo;
  /** Whether the server sends mail for users. */
  readonly canSend: boolean;
  /** The name that the operator gave the site; null: ours. */
  readonly siteNaam: string | null;
  readonly assets: Assets;
  /** The files that the build and the operator made. */
  readonly publicFiles: PublishedFiles;
  /** What tables told of their room. */
  readonly ruimte: Pick<RoomBoard, 'read' | 'edition'>;
  readonly now: () => Date;
}

/** What takes long to make of a content, made elsewhere. */
export interface MadeParts {
  readonly files: MadeFiles;
  readonly beslisboom: DrawnTree;
  readonly zoeken: Search;
}

/** Makes what the pages and the API need of a content alone; what takes long when it is first asked for, unless it is in `made`. */
export function createSite(base: SiteBase, content: Content, made: MadeParts | null = null) {
  const { views, say, baseUrl, operator, assets, siteNaam, ruimte, now } = base;
  const model = createBeslismodel(content);
  const site = {
    content,
    model,
    evaluate: createEvaluator(content.tafels),
    views,
    say,
    zoeken: made?.zoeken ?? createSearch(say, content, now),
    render: createRenderPage({ views, say }, assets, content.noodnummers, siteNaam ?? undefined),
    writeVcard,
    baseUrl,
    operator,
    now,
    /** The day in the Netherlands, as one moment: pages that are the same for everyone are made for a day. */
    today: () => toDutchDay(now()),
  };
  const resources = createResources({ ...site, ruimte });
  const beslisboom = once(async () => {
    if (made) return made.beslisboom;
    // Graphviz takes more memory than all the rest of the site together; it is loaded for one drawing.
    const { createGraphviz } = await import('./web/tree/graphviz.ts');
    return drawTree(await createGraphviz(), buildTree(model, content.beslisboom));
  });
  const publication = publishSite(
    {
      ...site,
      ...{ resources, beslisboom, ruimte },
      openApi: oncePerDay((today) => createOpenApi({ ...site, now: () => today })),
      canSend: base.canSend,
      publicFiles: base.publicFiles,
    },
    made?.files,
  );
  const preview = createPreview({ ...base, today: site.today });
  return { ...site, resources, publication, beslisboom, preview };
}

type ToPublish = Parameters<typeof listStaticFiles>[0] &
  Pick<SiteBase, 'publicFiles' | 'ruimte'> & { readonly resources: ApiResources; readonly today: () => Date };

/** Whoever keeps it asks whether it is still so: what is published is to be seen at once. */
const CACHE_CONTROL = 'no-cache';

/**
 * Everything that is the same for every visitor: the files of the build, the pages, and the content as data. What is in
 * `made` was made before, of the same content.
 */
export function publishSite(deps: ToPublish, made: MadeFiles | null = null): Publication {
  const { resources, publicFiles, today, ruimte } = deps;
  const toData = (path: string, read: (today: Date) => unknown): StaticFile => ({
    pad: `/api/v1${path}`,
    type: 'application/json; charset=utf-8',
    headers: PUBLIC_HEADERS,
    make: async (day) => JSON.stringify(await read(day)),
  });
  const files = [
    ...listStaticFiles(deps),
    ...[...resources.gegevens].map(([path, read]) => toData(path, read)),
    toData('/openapi.json', deps.openApi),
  ];
  const make = async ({ make: maak, type, headers }: StaticFile, day: Date) =>
    publish(Buffer.from(await maak(day)), type, CACHE_CONTROL, headers);
  return createPublication(
    [...publicFiles, ...files.map((file) => [file.pad, (day: Date) => make(file, day)] as const)],
    today,
    ruimte.edition,
    made,
  );
}

/** The search, with an index that is made when the first one searches. */
function createSearch(say: Say, content: Content, now: () => Date): Search {
  const getSearch = once(() =>
    createSearchIndex(say, listSearchDocuments(say, content, now()), content.synoniemen),
  );
  return (vraag) => getSearch()(vraag);
}
