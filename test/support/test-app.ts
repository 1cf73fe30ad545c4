import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { createResources } from '../../src/api/resources.ts';
import { putTogether } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { publishSite } from '../../src/create-site.ts';
import { toIcs } from '../../src/documents/ics-writer.ts';
import { writeEml } from '../../src/documents/mail-writer.ts';
import { renderDocument } from '../../src/documents/pdf/render-document.ts';
import { writeVcard } from '../../src/documents/vcard-writer.ts';
import { toDutchDay } from '../../src/domain/calendar.ts';
import type { MailBeheer } from '../../src/domain/editing/beheer-mail.ts';
import type { Records } from '../../src/domain/editing/records.ts';
import type { LiveVersion } from '../../src/domain/editing/versions.ts';
import { OPERATOR_UNKNOWN, type OperatorInfo } from '../../src/domain/model/operator-info.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import type { WritePdf } from '../../src/domain/referral/paper-document.ts';
import type { Search } from '../../src/domain/search/search.ts';
import type { Sending } from '../../src/domain/sending/sending.ts';
import { createLog } from '../../src/http/log.ts';
import type { Metrics } from '../../src/http/metrics.ts';
import { createRateLimits, type Limits } from '../../src/http/rate-limit.ts';
import { createLogin } from '../../src/login/create-login.ts';
import type { OidcConfig } from '../../src/login/oidc.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { createContentEditing } from '../../src/server/content-editing.ts';
import { createRoomBoard } from '../../src/server/room-board.ts';
import type { Services } from '../../src/services.ts';
import { createAnswerLinks } from '../../src/stand/answer-links.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { openFolder } from '../../src/storage/folder/folder-storage.ts';
import type { Store } from '../../src/storage/storage.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { createSealer, type Sealer } from '../../src/web/casus/sealed-file.ts';
import { toTooOften } from '../../src/web/error-handler.ts';
import { listSearchDocuments } from '../../src/web/list-static-files.ts';
import { createRenderPage, type RenderPage } from '../../src/web/page.ts';
import { createPreview } from '../../src/web/preview-pages.ts';
import { createMemoryRecords } from './memory-records.ts';
import { content, evaluate, model, projectFiles, ROOT } from './real-content.ts';
import { BASE_URL, NOW } from './test-site.ts';
import { say } from './texts.ts';

const TEST_SECRETS = ['een-geheim-voor-de-tests-van-minstens-32-tekens'];

const views = createViews(join(ROOT, 'views'));
let index: Search | null = null;
/** The search, with an index only in the tests that search. */
const search: Search = (vraag) => {
  index ??= createSearchIndex(say, listSearchDocuments(say, content, NOW), content.synoniemen);
  return index(vraag);
};
interface Options {
  readonly now?: () => Date;
  /** Makes the PDFs, to let it fail. */
  readonly writePdf?: WritePdf;
  /** Whether one more PDF would be taken; always, unless a test says otherwise. */
  readonly hasPdfRoom?: (who: string) => boolean;
  /** In place of the real one, to let it be full. */
  readonly sealer?: Sealer;
  /** Receives each log line. */
  readonly onLog?: (regel: string) => void;
  readonly trustProxy?: Config['trustProxy'];
  readonly limits?: Limits;
  readonly baseUrl?: string;
  readonly operator?: OperatorInfo;
  readonly metrics?: Metrics;
  /** Newest first, in place of the one of the tests. */
  readonly secrets?: readonly string[];
  /** In place of the real pages, for a test of what goes wrong. */
  readonly render?: RenderPage;
  /** Sending by the server; off unless a test turns it on. */
  readonly versturen?: Sending | null;
  readonly mailBeheer?: MailBeheer | null;
  /** In place of the one that all tests share: for a test that counts what is in it. */
  readonly opslag?: Pick<Store, 'meldingen' | 'counts' | 'antwoorden'>;
  /** What `/beheer` keeps; empty unless a test fills it. */
  readonly records?: Records;
  readonly live?: LiveVersion;
  /** Whether the server is not stopping; it never is, unless a test says otherwise. */
  readonly isReady?: () => boolean;
  /** Whether packages carry a link for the answer of their table. */
  readonly hasLinks?: boolean;
  /** Where people log in; nowhere unless a test says so. */
  readonly oidc?: OidcConfig | null;
}

/** Those of a server with nothing configured. */
export const { limits: LIMITS } = readConfig(ROOT, {});
/** For a test that asks more than a whole region does. */
const MANY = { perAddress: 1e9, samen: 1e9 };
export const SPACIOUS: Limits = { posts: MANY, pdf: MANY, meldingen: MANY };

// One store for all tests of a worker, on a folder that goes with the process.
const dataDir = mkdtempSync(join(tmpdir(), 'rdm-'));
export const store = await openFolder({
  dataDir,
  now: () => NOW,
  onError: (fault) => {
    throw fault;
  },
});
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));

/** The real app on the real content and the real adapters; only the clock and the log are the test's. */
export function createTestApp({
  now = () => NOW,
  onLog,
  trustProxy = false,
  limits = LIMITS,
  baseUrl = BASE_URL,
  operator = OPERATOR_UNKNOWN,
  metrics,
  secrets,
  render,
  writePdf = renderDocument,
  hasPdfRoom = () => true,
  sealer = createSealer(),
  versturen = null,
  mailBeheer = null,
  opslag = store,
  records = createMemoryRecords(),
  oidc = null,
  isReady = () => true,
  hasLinks = true,
  live = { nummer: 0, files: projectFiles, projectFiles, fault: null },
}: Options = {}): Express {
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
    say,
    render: render ?? createRenderPage({ views, say }, assets, content.noodnummers),
    zoeken: search,
    writeVcard,
    baseUrl,
    operator: operator,
    now,
    ruimte: createRoomBoard(opslag.antwoorden),
    today: () => toDutchDay(now()),
  };
  const antwoordlinks = createAnswerLinks({
    ...{ secrets: () => secrets ?? TEST_SECRETS, content, baseUrl, canUse: () => hasLinks, now },
  });
  const resources = createResources(site);
  return createApp({
    ...site,
    resources,
    publication: publishSite({
      ...site,
      resources,
      beslisboom: async () => (await import('./real-tree.ts')).drawn,
      openApi: async () => (await import('./real-openapi.ts')).openApi,
      canSend: versturen !== null,
      publicFiles: new Map(),
    }),
    trustProxy,
    rateLimits: createRateLimits(limits, toTooOften(say)),
    zegel: createTestSeal(now, secrets),
    meldingen: opslag.meldingen,
    counts: opslag.counts,
    antwoorden: opslag.antwoorden,
    antwoordlinks,
    maakAntwoordlink: antwoordlinks.make,
    versturen,
    mailBeheer,
    login: createLogin({
      records,
      secrets: () => secrets ?? TEST_SECRETS,
      ...{ baseUrl, now, oidc, mail: mailBeheer },
      report: (fault) => onLog?.(String(fault)),
    }),
    writeEml,
    // The thread that makes PDFs runs compiled code; the tests make them in their own.
    writePdf,
    hasPdfRoom,
    sealer,
    toIcs,
    metrics: metrics ?? null,
    log: createLog(onLog ? 'trace' : 'silent', { write: onLog ?? (() => {}) }),
    isReady,
    preview: createPreview({
      ...site,
      ...{ assets, canSend: versturen !== null, siteNaam: null },
    }),
    hasStorage: async () => true,
    records,
    live,
    editing: createTestEditing(records, now, live.projectFiles),
  });
}

/** Puts the site and the API together at once. */
function createApp(services: Services): Express {
  const parts = putTogether(services);
  let part = parts.next();
  while (!part.done) part = parts.next();
  return part.value;
}

/** The seal that the test app uses, to make and open stands in tests; `vragen` are those of another content. */
export function createTestSeal(
  now: () => Date = () => NOW,
  secrets: readonly string[] = TEST_SECRETS,
  vragen: readonly Vraag[] = content.vragen,
) {
  return createSealedStand({ secrets: () => secrets, vragen, now });
}

/** What changes content, as the test app has it. */
export function createTestEditing(records: Records, now: () => Date = () => NOW, own = projectFiles) {
  return createContentEditing({ records, projectFiles: own, now });
}
