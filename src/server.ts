import { fileURLToPath } from 'node:url';
import { readAssetPaths } from './adapters/asset-manifest.ts';
import { writeEml } from './adapters/eml-writer.ts';
import { createGraphviz } from './adapters/graphviz.ts';
import { writeIcs } from './adapters/ics-writer.ts';
import { createPdfWriter } from './adapters/pdf/pdf-writer.ts';
import { createSealedStand } from './adapters/sealed-stand.ts';
import { createSearchIndex } from './adapters/search-index.ts';
import { startVersturen } from './adapters/smtp/start-versturen.ts';
import { openOrWait } from './adapters/store/open-or-wait.ts';
import { openStore } from './adapters/store/open-store.ts';
import { writeVcard } from './adapters/vcard-writer.ts';
import { createOpenApi } from './api/openapi/create-openapi.ts';
import { createApp } from './app.ts';
import { findWaarschuwingen } from './domain/checks/check-samenhang.ts';
import { createEvaluator } from './domain/evaluation/evaluator.ts';
import { createBeslismodel } from './domain/model/beslismodel.ts';
import { buildBoom } from './domain/tree/build-boom.ts';
import { createHttpServer } from './http/http-server.ts';
import { createMetrics } from './http/metrics.ts';
import { startMetricsServer } from './http/metrics-server.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import { createLog } from './log.ts';
import { readPublicFiles } from './published/read-public-files.ts';
import { createStopper } from './server/create-stopper.ts';
import { readStandSecrets } from './server/read-stand-secrets.ts';
import { readStart } from './server/read-start.ts';
import { createRenderPagina } from './web/page.ts';
import { listZoekDocuments } from './web/router.ts';
import { drawTree } from './web/tree/draw-tree.ts';

/** How often to try to open storage that could not be opened, in milliseconds. */
const TUSSENTIJD_OPSLAG = 30_000;

/** Environment → settings → content → dependencies → listen. What is wrong stops the start with a sentence. */
async function start(): Promise<void> {
  // Runs compiled, from dist/: the project is one folder up, and so it is from src/.
  const root = fileURLToPath(new URL('../', import.meta.url));
  const publicDir = fileURLToPath(new URL('./public/', import.meta.url));
  const { config, content, views, thema } = readStart(root);
  const model = createBeslismodel(content);
  const log = createLog(config.logLevel);
  const now = () => new Date();
  for (const waarschuwing of findWaarschuwingen(content, now())) log.warn(waarschuwing, 'inhoud');
  const store = await openOrWait({
    open: () =>
      openStore({ dataDir: config.dataDir, now, onFout: (fout) => log.error({ err: fout }, 'opslag') }),
    tussentijd: TUSSENTIJD_OPSLAG,
    onDicht: ({ message }) =>
      log.warn(`GEEN OPSLAG: er wordt niets geteld, en meldingen worden niet aangenomen. ${message}`),
    onOpen: () => log.info('De opslag is er weer.'),
  });
  const pdfWriter = createPdfWriter({
    report: (error) => log.error({ err: error }, 'een pdf is niet gemaakt'),
  });
  const secrets = readStandSecrets(config, log);
  const post =
    config.smtp &&
    startVersturen({
      smtp: config.smtp,
      zendingen: store.zendingen,
      secrets,
      views,
      baseUrl: config.baseUrl,
      now,
      meldPoging: (poging) => log[poging.uitkomst === 'verstuurd' ? 'info' : 'warn'](poging, 'e-mail'),
      meldFout: (fout) => log.error({ err: fout }, 'de wachtrij van e-mail'),
    });
  const stopper = createStopper({
    close: async () => {
      await Promise.all([pdfWriter.stop(), post?.wachtrij.stop()]);
      await store.close();
    },
    exit: (code) => process.exit(code),
    log,
  });
  const metrics = config.metricsPort === undefined ? undefined : createMetrics();
  metrics?.show('rdm_meldingen', 'Correction reports that are kept', () => store.meldingen.lijst().length);

  const writePdf =
    metrics?.measure('rdm_pdf_seconds', 'Time to make a PDF, waiting included', pdfWriter.write) ??
    pdfWriter.write;
  const evaluate = createEvaluator(content.tafels);
  const zoeken = createSearchIndex(listZoekDocuments(content, now()), content.synoniemen);
  const { baseUrl } = config;
  const app = createApp({
    config,
    content,
    model,
    evaluate,
    views,
    openApi: await createOpenApi({ content, model, evaluate, views, zoeken, baseUrl, now }),
    zegel: createSealedStand({
      secrets,
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
    versturen: post?.versturen ?? null,
    zoeken,
    writeEml,
    writePdf,
    writePapier: writePdf,
    writeIcs,
    writeVcard,
    baseUrl,
    beheer: config.beheer,
    ...(metrics ? { metrics } : {}),
    publicFiles: new Map([...readPublicFiles(publicDir), ...thema.files]),
    log,
    now,
    isReady: () => !stopper.isStopping(),
  });

  if (metrics && config.metricsPort !== undefined)
    await startMetricsServer(metrics.registry, config.metricsPort);
  const server = createHttpServer(app, {
    headers: createSecurityHeaders(config.baseUrl),
    grenzen: { maxInFlight: config.maxInFlight },
    onOverbelasting: (overbelasting) => log.warn(overbelasting, 'te druk'),
  });
  stopper.attach(server);
  server.on('error', (error: NodeJS.ErrnoException) => {
    stopWith(
      error.code === 'EADDRINUSE'
        ? `Poort ${config.port} is al in gebruik. Kies met PORT een andere.`
        : error.message,
    );
  });
  server.listen(config.port, config.host, () => log.info(`RDM-wegwijzer staat klaar op ${config.baseUrl}`));
  const stop = (signal: 'SIGTERM' | 'SIGINT') => {
    // At once: an attempt to send may take seconds to end.
    void post?.wachtrij.stop();
    stopper.handle(signal);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
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
