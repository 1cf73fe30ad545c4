import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import { createEmlWriter } from '../../src/adapters/eml-writer.ts';
import { createGraphviz } from '../../src/adapters/graphviz.ts';
import { createViews } from '../../src/adapters/handlebars-views.ts';
import { writeIcs } from '../../src/adapters/ics-writer.ts';
import { renderDocument } from '../../src/adapters/pdf/render-document.ts';
import { renderPakket } from '../../src/adapters/pdf/render-pakket.ts';
import { createSealedStand } from '../../src/adapters/sealed-stand.ts';
import { createSearchIndex } from '../../src/adapters/search-index.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { createApp } from '../../src/app.ts';
import { buildBoom } from '../../src/domain/tree/build-boom.ts';
import { createRenderPagina } from '../../src/web/page.ts';
import { listZoekDocuments } from '../../src/web/router.ts';
import { drawTree } from '../../src/web/tree/draw-tree.ts';
import { content, evaluate, model, ROOT } from './real-content.ts';

/** The moment at which tests take place, unless they say otherwise. */
export const NU = new Date('2026-11-21T09:00:00Z');
const GEHEIM = 'een-geheim-voor-de-tests-van-minstens-32-tekens';

/** Drawn once: every app shows the same picture. */
const beslisboom = drawTree(await createGraphviz(), buildBoom(model, content.beslisboom));

const views = createViews(join(ROOT, 'views'));

interface Opties {
  readonly now?: () => Date;
  /** Receives each log line. */
  readonly onLog?: (regel: string) => void;
}

// One store for the tests of a file, on a folder that goes with the process.
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
export function createTestApp({ now = () => NU, onLog }: Opties = {}): Express {
  const assets = {
    css: '/static/site.css',
    font: '/static/font.woff2',
    favicon: '/static/favicon.svg',
    js: [],
    eigenCss: null,
  };
  return createApp({
    config: { trustProxy: false },
    content,
    model,
    evaluate,
    views,
    zegel: createTestZegel(now),
    render: createRenderPagina(views, assets, content.noodnummers),
    beslisboom,
    meldingen: store.meldingen,
    tellingen: store.tellingen,
    zoeken: createSearchIndex(listZoekDocuments(content, now()), content.synoniemen),
    writeEml: createEmlWriter(),
    // The thread that makes PDFs runs compiled code; the tests make them in their own.
    writePdf: renderPakket,
    writePapier: renderDocument,
    writeIcs,
    baseUrl: 'http://localhost:3000',
    publicFiles: new Map(),
    log: onLog ? pino({ level: 'trace' }, { write: onLog }) : pino({ level: 'silent' }),
    now,
    isReady: () => true,
  });
}

/** The seal that the test app uses, to make and open stands in tests. */
export function createTestZegel(now: () => Date = () => NU) {
  return createSealedStand({ secrets: [GEHEIM], vragen: content.vragen, now });
}
