import type { Logger } from 'pino';
import { createOpenApi } from './api/openapi/create-openapi.ts';
import { createResources } from './api/resources.ts';
import { toIcs } from './documents/ics-writer.ts';
import { writeEml } from './documents/mail-writer.ts';
import { writeVcard } from './documents/vcard-writer.ts';
import { toDutchDay } from './domain/calendar.ts';
import type { LiveVersion } from './domain/editing/live-version.ts';
import type { Records } from './domain/editing/records.ts';
import { createEvaluator } from './domain/evaluation/evaluator.ts';
import { createBeslismodel } from './domain/model/beslismodel.ts';
import type { Content } from './domain/model/content.ts';
import type { WritePdf } from './domain/referral/paper-document.ts';
import type { Search } from './domain/search/search.ts';
import type { Say } from './domain/texts.ts';
import { buildTree } from './domain/tree/build-tree.ts';
import type { Metrics } from './http/metrics.ts';
import { readAssetPaths } from './http/published/asset-manifest.ts';
import { readPublicFiles } from './http/published/read-public-files.ts';
import { createLogin } from './login/create-login.ts';
import { publishSite } from './publish-site.ts';
import { createSearchIndex } from './search/search-index.ts';
import { createContentEditing } from './server/content-editing.ts';
import type { Core } from './server/open-core.ts';
import type { Start } from './server/read-start.ts';
import { createAnswerLinks } from './stand/answer-links.ts';
import { createSealedStand } from './stand/sealed-stand.ts';
import { listSearchDocuments, oncePerDay } from './web/list-static-files.ts';
import { createRenderPage } from './web/page.ts';
import { drawTree } from './web/tree/lay-out-tree.ts';

interface Options {
  readonly start: Start;
  readonly core: Pick<
    Core,
    | 'meldingen'
    | 'counts'
    | 'versturen'
    | 'mailLoginLink'
    | 'antwoorden'
    | 'ruimte'
    | 'secrets'
    | 'hasStorage'
    | 'isOpen'
  >;
  /** What `/beheer` keeps. */
  readonly records: Records;
  /** The version of the content in `start`. */
  readonly live: LiveVersion;
  /** Where the build put the static files. */
  readonly publicDir: string;
  readonly writePdf: WritePdf;
  /** Whether one more PDF of this asker would be taken now. */
  readonly hasPdfRoom: (who: string) => boolean;
  /** Null when nobody reads the numbers. */
  readonly metrics: Pick<Metrics, 'countRequests'> | null;
  readonly log: Logger;
  readonly now: () => Date;
  /** Whether the server takes requests: false while it stops. */
  readonly isReady: () => boolean;
}

/** All that the pages and the API work with. */
export type Services = ReturnType<typeof createServices>;

/** Makes, of what was read at the start and what keeps and sends, the one bag that the app is made of. */
export function createServices({
  start,
  core,
  records,
  live,
  publicDir,
  writePdf,
  hasPdfRoom,
  metrics,
  log,
  now,
  isReady,
}: Options) {
  const { config, content, views, say, thema } = start;
  const { baseUrl, operator, limits, trustProxy } = config;
  const model = createBeslismodel(content);
  const assets = { ...readAssetPaths(publicDir), eigenCss: thema.css };
  const site = {
    content,
    model,
    evaluate: createEvaluator(content.tafels),
    views,
    say,
    zoeken: createSearch(say, content, now),
    render: createRenderPage(start, assets, content.noodnummers, thema.naam ?? undefined),
    writeVcard,
    baseUrl,
    operator,
    now,
    ruimte: core.ruimte,
    /** The day in the Netherlands, as one moment: pages that are the same for everyone are made for a day. */
    today: () => toDutchDay(now()),
  };
  const antwoordlinks = createAnswerLinks({
    secrets: core.secrets.lasting,
    ...{ content, baseUrl, now },
    canUse: () => config.isAddressGiven && core.isOpen(),
  });
  const resources = createResources(site);
  const publication = publishSite({
    ...site,
    resources,
    beslisboom: once(async () => {
      // Graphviz takes more memory than all the rest of the site together; it is loaded for one drawing.
      const { createGraphviz } = await import('./web/tree/graphviz.ts');
      return drawTree(await createGraphviz(), buildTree(model, content.beslisboom));
    }),
    openApi: oncePerDay((today) => createOpenApi({ ...site, now: () => today })),
    canSend: config.smtp !== null,
    publicFiles: new Map([...readPublicFiles(publicDir), ...thema.files]),
  });
  return {
    ...site,
    resources,
    publication,
    limits: limits,
    trustProxy,
    zegel: createSealedStand({ secrets: core.secrets.forStand, vragen: content.vragen, now }),
    meldingen: core.meldingen,
    counts: core.counts,
    antwoorden: core.antwoorden,
    antwoordlinks,
    maakAntwoordlink: antwoordlinks.make,
    versturen: core.versturen,
    records,
    login: createLogin({
      records,
      secrets: core.secrets.forStand,
      ...{ baseUrl, now, oidc: config.oidc, mail: core.mailLoginLink },
      report: (fault) => log.error({ err: fault }, 'inloggen bij het beheer'),
    }),
    writeEml,
    writePdf,
    hasPdfRoom,
    toIcs,
    metrics,
    log,
    isReady,
    hasStorage: core.hasStorage,
    live,
    editing: createContentEditing({ records, projectFiles: live.projectFiles, now }),
  };
}

/** The search, with an index that is made when the first one searches. */
function createSearch(say: Say, content: Content, now: () => Date): Search {
  const getSearch = once(() =>
    createSearchIndex(listSearchDocuments(say, content, now()), content.synoniemen),
  );
  return (vraag) => getSearch()(vraag);
}

/** Makes something when it is first asked for, and gives the same from then on. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
