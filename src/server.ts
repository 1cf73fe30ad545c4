import { fileURLToPath } from 'node:url';
import { writeEml } from './adapters/eml-writer.ts';
import { writeIcs } from './adapters/ics-writer.ts';
import { createPdfWriter } from './adapters/pdf/pdf-writer.ts';
import { createSealedStand } from './adapters/sealed-stand.ts';
import { startVersturen } from './adapters/smtp/start-versturen.ts';
import { openOrWait } from './adapters/store/open-or-wait.ts';
import { openStore } from './adapters/store/open-store.ts';
import { createApp } from './app.ts';
import { findWaarschuwingen } from './domain/checks/check-samenhang.ts';
import { createHttpServer } from './http/http-server.ts';
import { createMetrics } from './http/metrics.ts';
import { startMetricsServer } from './http/metrics-server.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import { createLog } from './log.ts';
import { makeSite } from './make-site.ts';
import { readPrepared } from './published/prepared.ts';
import { createStopper } from './server/create-stopper.ts';
import { readStandSecrets } from './server/read-stand-secrets.ts';
import { readStart } from './server/read-start.ts';

/** How often to try to open storage that could not be opened, in milliseconds. */
const TUSSENTIJD_OPSLAG = 30_000;

/** Environment → settings → content → dependencies → listen. What is wrong stops the start with a sentence. */
async function start(): Promise<void> {
  // Runs compiled, from dist/: the project is one folder up, and so it is from src/.
  const root = fileURLToPath(new URL('../', import.meta.url));
  const publicDir = fileURLToPath(new URL('./public/', import.meta.url));
  const prepared = readPrepared(fileURLToPath(new URL('./prepared', import.meta.url)));
  const gelezen = readStart(root);
  const { config, content, views } = gelezen;
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
  const site = makeSite(gelezen, { publicDir, prepared, now });
  const app = createApp({
    ...site,
    config,
    zegel: createSealedStand({ secrets, vragen: content.vragen, now }),
    meldingen: store.meldingen,
    tellingen: store.tellingen,
    versturen: post?.versturen ?? null,
    writeEml,
    writePdf,
    writePapier: writePdf,
    writeIcs,
    ...(metrics ? { metrics } : {}),
    log,
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
  server.listen(config.port, config.host, () => {
    log.info(`RDM-wegwijzer staat klaar op ${config.baseUrl}`);
    site.publication.complete().catch((error: unknown) => stopWith(toUitleg(error)));
  });
  const stop = (signal: 'SIGTERM' | 'SIGINT') => {
    // At once: an attempt to send may take seconds to end.
    void post?.wachtrij.stop();
    stopper.handle(signal);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function toUitleg(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stopWith(uitleg: string): never {
  process.stderr.write(`RDM-wegwijzer start niet.\n${uitleg}\n`);
  process.exit(1);
}

try {
  await start();
} catch (error) {
  stopWith(toUitleg(error));
}
