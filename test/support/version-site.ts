import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../../src/content/load-content.ts';
import { renderDocument } from '../../src/documents/pdf/render-document.ts';
import { OPERATOR_UNKNOWN } from '../../src/domain/model/operator-info.ts';
import { createLog } from '../../src/http/log.ts';
import { createRateLimits, type Limits } from '../../src/http/rate-limit.ts';
import { createLogin } from '../../src/login/create-login.ts';
import { createContentEditing } from '../../src/server/content-editing.ts';
import { openLiveSite } from '../../src/server/live-site.ts';
import { createRoomBoard } from '../../src/server/room-board.ts';
import { openFolder } from '../../src/storage/folder/folder-storage.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { readTexts } from '../../src/templates/texts.ts';
import { createVersionMaker } from '../../src/version-maker.ts';
import { createSealer } from '../../src/web/casus/sealed-file.ts';
import { toTooOften } from '../../src/web/error-handler.ts';
import { createMemoryRecords } from './memory-records.ts';
import { BASE_URL } from './test-site.ts';

const SECRETS = ['een-geheim-voor-de-tests-van-minstens-32-tekens'];

/** For a test that asks more than a whole region does. */
const MANY = { perAddress: 1e9, samen: 1e9 };
const SPACIOUS: Limits = { posts: MANY, pdf: MANY, meldingen: MANY };

interface Options {
  /** The folder of the project. */
  readonly root: string;
  /** The compiled thread, when it does not stand beside what uses it. */
  readonly entry?: URL;
  readonly limits?: Limits;
}

/** Makes the site of a server behind one proxy that follows what is published in memory, with the thread of a real server. */
export async function openVersionSite({ root, entry, limits = SPACIOUS }: Options) {
  const records = createMemoryRecords();
  const now = () => new Date();
  const { content, files: projectFiles } = readContent(root);
  if (!content) throw new Error('The content of the project cannot be read.');
  const dataDir = mkdtempSync(join(tmpdir(), 'rdm-'));
  const errors: unknown[] = [];
  const store = await openFolder({ dataDir, now, onError: (fault) => void errors.push(fault) });
  const [views, say] = [createViews(join(root, 'views')), readTexts(join(root, 'views', 'text'))];
  const ruimte = createRoomBoard(store.antwoorden);
  const maker = createVersionMaker({
    root: join(root, '/'),
    own: content,
    ...(entry && { entry }),
    base: {
      ...{ views, say, baseUrl: BASE_URL, operator: OPERATOR_UNKNOWN, now },
      ...{ canSend: false, siteNaam: null, publicFiles: new Map(), ruimte },
      assets: { css: '/s.css', font: '/f.woff2', favicon: '/f.svg', js: [], eigenCss: null },
    },
    shared: {
      config: { isAddressGiven: true, trustProxy: 1 },
      core: {
        ...store,
        ...{
          ruimte,
          versturen: null,
          mailBeheer: null,
          hasStorage: async () => true,
          isOpen: () => true,
        },
        secrets: { forStand: () => SECRETS, lasting: () => SECRETS },
      },
      records,
      editing: createContentEditing({ records, projectFiles, now }),
      login: createLogin({
        ...{ records, baseUrl: BASE_URL, now, mail: null, oidc: null },
        secrets: () => SECRETS,
        report: (fault) => void errors.push(fault),
      }),
      rateLimits: createRateLimits(limits, toTooOften(say)),
      // The thread that makes PDFs is compiled too, and not what is tested here.
      ...{ writePdf: renderDocument, hasPdfRoom: () => true, sealer: createSealer() },
      ...{ metrics: null, log: createLog('silent', { write: () => {} }), isReady: () => true },
    },
  });
  const shown: number[] = [];
  const live = await openLiveSite({
    ...{ records, projectFiles, begin: maker.begin, build: maker.build, onRefused: () => {} },
    onSwitch: (nummer) => shown.push(nummer),
    onError: (error) => errors.push(error),
  });
  await live.current().publication.complete();
  live.follow();
  const stop = async () => {
    await Promise.all([maker.stop(), live.stop()]);
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { projectFiles, records, live, shown, errors, stop };
}
