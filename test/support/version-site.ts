import { join } from 'node:path';
import { renderDocument } from '../../src/documents/pdf/render-document.ts';
import { OPERATOR_UNKNOWN } from '../../src/domain/model/operator-info.ts';
import { createLog } from '../../src/http/log.ts';
import { createRateLimits } from '../../src/http/rate-limits.ts';
import { createContentEditing } from '../../src/server/content-editing.ts';
import { openLiveSite } from '../../src/server/live-site.ts';
import { createRoomBoard } from '../../src/server/room-board.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { createVersionMaker } from '../../src/version-maker.ts';
import { createMemoryRecords } from './memory-records.ts';
import { content, projectFiles, ROOT } from './real-content.ts';
import { SPACIOUS, store } from './test-app.ts';
import { BASE_URL } from './test-site.ts';
import { say } from './texts.ts';

const SECRETS = ['een-geheim-voor-de-tests-van-minstens-32-tekens'];

/**
 * Makes the site of a server behind one proxy that follows what is published in memory, with the thread of a real server.
 * `entry` is the compiled thread, when it does not stand beside what uses it.
 */
export async function openVersionSite(entry?: URL, limits = SPACIOUS) {
  const records = createMemoryRecords();
  const now = () => new Date();
  const ruimte = createRoomBoard(store.antwoorden);
  const maker = createVersionMaker({
    root: ROOT,
    own: content,
    ...(entry && { entry }),
    base: {
      ...{ views: createViews(join(ROOT, 'views')), say, baseUrl: BASE_URL, operator: OPERATOR_UNKNOWN, now },
      ...{ canSend: false, siteNaam: null, publicFiles: new Map(), ruimte },
      assets: { css: '/s.css', font: '/f.woff2', favicon: '/f.svg', js: [], eigenCss: null },
    },
    shared: {
      config: { isAddressGiven: true, trustProxy: 1, oidc: null },
      core: {
        ...store,
        ...{
          ruimte,
          versturen: null,
          mailBeheer: null,
          mailLoginLink: null,
          hasStorage: async () => true,
          isOpen: () => true,
        },
        secrets: { forStand: () => SECRETS, lasting: () => SECRETS },
      },
      records,
      editing: createContentEditing({ records, projectFiles, now }),
      rateLimits: createRateLimits(limits),
      // The thread that makes PDFs is compiled too, and not what is tested here.
      ...{ writePdf: renderDocument, hasPdfRoom: () => true },
      ...{ metrics: null, log: createLog('silent', { write: () => {} }), isReady: () => true },
    },
  });
  const errors: unknown[] = [];
  const shown: number[] = [];
  const live = await openLiveSite({
    ...{ records, projectFiles, begin: maker.begin, build: maker.build, onRefused: () => {} },
    onSwitch: (nummer) => shown.push(nummer),
    onError: (error) => errors.push(error),
  });
  await live.current().publication.complete();
  live.follow();
  const stop = async () => void (await Promise.all([maker.stop(), live.stop()]));
  return { records, live, shown, errors, stop };
}
