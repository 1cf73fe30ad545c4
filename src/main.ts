import { fileURLToPath } from 'node:url';
import { findWarnings } from './content/check-content.ts';
import { createPdfWriter } from './documents/pdf/pdf-writer.ts';
import { createHttpServer, listen } from './http/http-server.ts';
import { createLog, createLogOutput } from './http/log.ts';
import { createMetrics, startMetricsServer } from './http/metrics.ts';
import { readAssetPaths, readPublicFiles } from './http/published/read-public-files.ts';
import { createRateLimits } from './http/rate-limit.ts';
import { logRefused } from './http/request-log.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import { createLogin } from './login/create-login.ts';
import { createContentEditing, createProveThread } from './server/content-editing.ts';
import { openLiveSite } from './server/live-site.ts';
import { findVerouderdeNode } from './server/node-support.ts';
import { openCore } from './server/open-core.ts';
import { readStart } from './server/read-start.ts';
import { showState } from './server/show-state.ts';
import { startDigest } from './server/start-digest.ts';
import { createStopper } from './server/stopper.ts';
import { createVersionMaker } from './version-maker.ts';
import { createSealer } from './web/casus/sealed-file.ts';
import { toTooOften } from './web/error-handler.ts';

// Runs compiled, from dist/: the project is one folder up.
const root = fileURLToPath(new URL('../', import.meta.url));
const publicDir = fileURLToPath(new URL('./public/', import.meta.url));
const now = () => new Date();

/** Read → make → listen → stop. What is wrong stops the start with a sentence. */
async function start(): Promise<void> {
  const read = readStart(root);
  const { config, content, projectFiles, views, say, thema } = read;
  const { baseUrl, operator } = config;
  const output = createLogOutput();
  const log = createLog(config.logLevel, output);
  const oldNode = findVerouderdeNode(process.versions.node, now());
  if (oldNode) log.warn(oldNode);
  for (const warning of findWarnings(content, now())) log.warn(warning, 'inhoud');

  const core = await openCore(read, log, now);
  try {
    const pdfWriter = createPdfWriter({
      report: (error) => log.error({ err: error }, 'een pdf is niet gemaakt'),
    });
    const prover = createProveThread({ now });
    const metrics = config.metricsPort === undefined ? null : createMetrics();
    let isWarm = false;
    let stopDigest = () => {};
    const stopper = createStopper({ log, exit: (code) => process.exit(code) });
    const maker = createVersionMaker({
      root,
      own: content,
      base: {
        ...{ views, say, baseUrl, operator, now },
        canSend: config.smtp !== null,
        siteNaam: thema.naam,
        assets: { ...readAssetPaths(publicDir), eigenCss: thema.css },
        publicFiles: new Map([...readPublicFiles(publicDir), ...thema.files]),
        ruimte: core.ruimte,
      },
      shared: {
        ...{ config, core, metrics, log },
        records: core.records,
        editing: createContentEditing({ records: core.records, projectFiles, now, prove: prover.prove }),
        login: createLogin({
          ...{ baseUrl, now, records: core.records, oidc: config.oidc, mail: core.mailBeheer },
          secrets: core.secrets.forStand,
          report: (fault) => log.error({ err: fault }, 'inloggen bij het beheer'),
        }),
        rateLimits: createRateLimits(config.limits, toTooOften(say)),
        writePdf: metrics
          ? metrics.measure('rdm_pdf_seconds', 'Time to make a PDF, waiting included', pdfWriter.write)
          : pdfWriter.write,
        hasPdfRoom: pdfWriter.hasRoom,
        sealer: createSealer(),
        isReady: () => !stopper.isStopping(),
      },
    });
    const live = await openLiveSite({
      ...{ projectFiles, begin: maker.begin, build: maker.build },
      records: core.records,
      onRefused: (fault) => log.warn(fault, `VERSIE ${fault.nummer} VAN DE INHOUD IS NIET TE TONEN`),
      onSwitch: (nummer) => log.info(`versie ${nummer} van de inhoud staat op de site`),
      onError: (error) => log.error({ err: error }, 'de gepubliceerde inhoud is niet te tonen'),
    });
    const server = createHttpServer(live.handle, {
      headers: createSecurityHeaders(baseUrl),
      busyPage: () => live.current().busyPage,
      limits: { maxInFlight: config.maxInFlight },
      isWarm: () => isWarm,
      onOverload: (overload) => log.warn(overload, 'te druk'),
      onRefused: (method) => {
        logRefused(log, method);
        metrics?.countRefused(method);
      },
    });

    if (metrics && config.metricsPort !== undefined) {
      showState(metrics, { core, pdfWriter, output, live });
      await startMetricsServer(metrics, config.metricsPort);
    }
    await listen(server, config);
    log.info(`RDM-wegwijzer staat klaar op ${baseUrl}`);
    const handleSignal = stopper.attach({
      server,
      // At once: an attempt to send may take seconds to end.
      onStop: () => {
        stopDigest();
        void core.stopSending();
      },
      close: async () => {
        await Promise.all([maker.stop(), live.stop(), pdfWriter.stop(), prover.stop()]);
        await core.close();
      },
    });
    process.on('SIGTERM', handleSignal);
    process.on('SIGINT', handleSignal);
    await live.current().publication.complete();
    isWarm = true;
    live.follow();
    stopDigest = startDigest(core, projectFiles, log, now);
  } catch (error) {
    await core.close();
    throw error;
  }
}

start().catch((error: unknown) => {
  const uitleg = error instanceof Error ? error.message : String(error);
  process.stderr.write(`RDM-wegwijzer start niet.\n${uitleg}\n`);
  process.exit(1);
});
