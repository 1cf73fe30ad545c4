import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { createResources } from '../../src/api/resources.ts';
import { createApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { writeEml } from '../../src/documents/eml-writer.ts';
import { writeIcs } from '../../src/documents/ics-writer.ts';
import { renderDocument } from '../../src/documents/pdf/render-document.ts';
import { writeVcard } from '../../src/documents/vcard-writer.ts';
import { OPERATOR_UNKNOWN, type OperatorInfo } from '../../src/domain/model/operator-info.ts';
import type { WritePdf } from '../../src/domain/referral/paper-document.ts';
import type { Search } from '../../src/domain/search/search.ts';
import type { Sending } from '../../src/domain/sending/sending.ts';
import { toDutchDay } from '../../src/domain/statistics/counts.ts';
import { createLog } from '../../src/http/log.ts';
import type { Metrics } from '../../src/http/metrics.ts';
import type { Limieten } from '../../src/http/rate-limit.ts';
import { publishSite } from '../../src/publish-site.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { listZoekDocuments } from '../../src/web/list-static-files.ts';
import { createRenderPagina, type RenderPagina } from '../../src/web/page.ts';
import { content, evaluate, model, ROOT } from './real-content.ts';
import { BASE_URL, NU } from './test-site.ts';

const GEHEIM = 'een-geheim-voor-de-tests-van-minstens-32-tekens';

const views = createViews(join(ROOT, 'views'));
let index: Search | null = null;
/** The search, with an index only in the tests that search. */
const zoeken: Search = (vraag) => {
  index ??= createSearchIndex(listZoekDocuments(content, NU), content.synoniemen);
  return index(vraag);
};
interface Opties {
  readonly now?: () => Date;
  /** Makes the PDFs, to let it fail. */
  readonly writePdf?: WritePdf;
  /** Receives each log line. */
  readonly onLog?: (regel: string) => void;
  readonly trustProxy?: Config['trustProxy'];
  readonly limieten?: Limieten;
  readonly baseUrl?: string;
  readonly beheer?: OperatorInfo;
  readonly metrics?: Metrics;
  /** Newest first, in place of the one of the tests. */
  readonly secrets?: readonly string[];
  /** In place of the real pages, for a test of what goes wrong. */
  readonly render?: RenderPagina;
  /** Sending by the server; off unless a test turns it on. */
  readonly versturen?: Sending | null;
  /** In place of the one that all tests share: for a test that counts what is in it. */
  readonly opslag?: Pick<Store, 'meldingen' | 'tellingen'>;
}

/** Those of a server with nothing configured. */
export const { limieten: LIMIETEN } = readConfig(ROOT, {});
/** For a test that asks more than a whole region does. */
const VEEL = { perAdres: 1e9, samen: 1e9 };
export const RUIM: Limieten = { posts: VEEL, pdf: VEEL, meldingen: VEEL };

// One store for all tests of a worker, on a folder that goes with the process.
const dataDir = mkdtempSync(join(tmpdir(), 'rdm-'));
export const store = await openStore({
  dataDir,
  now: () => NU,
  onFout: (fout) => {
    throw fout;
  },
});
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));

/** The real app on the real content and the real adapters; only the clock and the log are the test's. */
export function createTestApp({
  now = () => NU,
  onLog,
  trustProxy = false,
  limieten = LIMIETEN,
  baseUrl = BASE_URL,
  beheer = OPERATOR_UNKNOWN,
  metrics,
  secrets,
  render,
  writePdf = renderDocument,
  versturen = null,
  opslag = store,
}: Opties = {}): Express {
  const assets = {
    css: '/static/site.css',
    font: '/static/font.woff2',
    favicon: '/static/favicon.svg',
    js: [],
    eigenCss: null,
  };
  const site = {
    content,
    model,
    evaluate,
    views,
    render: render ?? createRenderPagina(views, assets, content.noodnummers),
    zoeken,
    writeVcard,
    baseUrl,
    beheer,
    now,
    today: () => toDutchDay(now()),
  };
  const resources = createResources(site);
  return createApp({
    ...site,
    resources,
    publication: publishSite({
      ...site,
      resources,
      beslisboom: async () => (await import('./real-tree.ts')).getekend,
      openApi: async () => (await import('./real-openapi.ts')).openApi,
      kanVersturen: versturen !== null,
      publicFiles: new Map(),
    }),
    trustProxy,
    limieten,
    zegel: createTestZegel(now, secrets),
    meldingen: opslag.meldingen,
    tellingen: opslag.tellingen,
    versturen,
    writeEml,
    // The thread that makes PDFs runs compiled code; the tests make them in their own.
    writePdf,
    writePapier: renderDocument,
    writeIcs,
    metrics: metrics ?? null,
    log: createLog(onLog ? 'trace' : 'silent', { write: onLog ?? (() => {}) }),
    isReady: () => true,
  });
}

/** The seal that the test app uses, to make and open stands in tests. */
export function createTestZegel(now: () => Date = () => NU, secrets: readonly string[] = [GEHEIM]) {
  return createSealedStand({ secrets, vragen: content.vragen, now });
}
