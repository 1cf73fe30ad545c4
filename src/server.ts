import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readAssetPaths } from './adapters/asset-manifest.ts';
import { createEmlWriter } from './adapters/eml-writer.ts';
import { createGraphviz } from './adapters/graphviz.ts';
import { createViews } from './adapters/handlebars-views.ts';
import { writeIcs } from './adapters/ics-writer.ts';
import { createPdfWriter } from './adapters/pdf/pdf-writer.ts';
import { createSealedStand } from './adapters/sealed-stand.ts';
import { createSearchIndex } from './adapters/search-index.ts';
import { readOrMakeStandSecret } from './adapters/stand-secret-file.ts';
import { openStore } from './adapters/store/open-store.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { loadContent } from './content/load-content.ts';
import { findWaarschuwingen } from './domain/checks/check-samenhang.ts';
import { createEvaluator } from './domain/evaluation/evaluator.ts';
import { createBeslismodel } from './domain/model/beslismodel.ts';
import { buildBoom } from './domain/tree/build-boom.ts';
import { readPublicFiles } from './published/read-public-files.ts';
import { readThema } from './published/read-thema.ts';
import { createRenderPagina } from './web/page.ts';
import { listZoekDocuments } from './web/router.ts';
import { drawTree } from './web/tree/draw-tree.ts';

/** How long requests in progress get when the server stops, in milliseconds. */
const STOP_TIJD = 8_000;

/** Environment → settings → content → dependencies → listen. What is wrong stops the start with a sentence. */
async function start(): Promise<void> {
  // Runs compiled, from dist/: the project is one folder up, and so it is from src/.
  const root = fileURLToPath(new URL('../', import.meta.url));
  const publicDir = fileURLToPath(new URL('./public/', import.meta.url));
  const config = readConfig(root);
  const content = loadContent(root);
  const model = createBeslismodel(content);
  const views = createViews(`${root}views`);
  const thema = readThema(config.dataDir);
  const log = pino({ level: config.logLevel });
  const now = () => new Date();
  for (const waarschuwing of findWaarschuwingen(content, now())) log.warn(waarschuwing, 'inhoud');
  const store = await openStore({
    dataDir: config.dataDir,
    now,
    onFout: (fout) => log.error({ err: fout }, 'opslag'),
  });
  const pdfWriter = createPdfWriter({
    report: (error) => log.error({ err: error }, 'een pdf is niet gemaakt'),
  });
  let ready = true;

  const app = createApp({
    config,
    content,
    model,
    evaluate: createEvaluator(content.tafels),
    views,
    zegel: createSealedStand({
      secrets: config.standSecrets ?? [readOrMakeStandSecret(config.dataDir)],
      vragen: content.vragen,
      now,
    }),
    render: createRenderPagina(
      views,
      { ...readAssetPaths(publicDir), eigenCss: thema.css },
      content.noodnummers,
      thema.naam ?? undefined,
    ),
    beslisboom: drawTree(await createGraphviz(), buildBoom(model, content.beslisboom)),
    meldingen: store.meldingen,
    tellingen: store.tellingen,
    zoeken: createSearchIndex(listZoekDocuments(content, now()), content.synoniemen),
    writeEml: createEmlWriter(),
    writePdf: pdfWriter.write,
    writePapier: pdfWriter.write,
    writeIcs,
    baseUrl: config.baseUrl,
    publicFiles: new Map([...readPublicFiles(publicDir), ...thema.files]),
    log,
    now,
    isReady: () => ready,
  });

  const server = createServer(app);
  server.on('error', (error: NodeJS.ErrnoException) => {
    stopWith(
      error.code === 'EADDRINUSE'
        ? `Poort ${config.port} is al in gebruik. Kies met PORT een andere.`
        : error.message,
    );
  });
  server.listen(config.port, config.host, () => log.info(`RDM-wegwijzer staat klaar op ${config.baseUrl}`));

  const stop = () => {
    ready = false;
    server.close(() => void Promise.all([pdfWriter.stop(), store.close()]).then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOP_TIJD).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function stopWith(uitleg: string): never {
  process.stderr.write(`RDM-wegwijzer start niet.\n${uitleg}\n`);
  process.exit(1);
}

try {
  await start();
} catch (error) {
  stopWith(error instanceof Error ? error.message : String(error));
}
