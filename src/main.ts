import { fileURLToPath } from 'node:url';
import { writeEml } from './adapters/eml-writer.ts';
import { writeIcs } from './adapters/ics-writer.ts';
import { createSealedStand } from './adapters/sealed-stand.ts';
import { createApp } from './app.ts';
import { findWaarschuwingen } from './content/check-content.ts';
import { createLog } from './log.ts';
import { makeSite } from './make-site.ts';
import { readPrepared } from './published/prepared.ts';
import { findWorker } from './server/find-worker.ts';
import { readStart } from './server/read-start.ts';
import { runPrimary } from './server/run-primary.ts';
import { runSingle } from './server/run-single.ts';
import { runWorker } from './server/run-worker.ts';
import type { MakeApp } from './server/site-ports.ts';

// Runs compiled, from dist/: the project is one folder up, and so it is from src/.
const root = fileURLToPath(new URL('../', import.meta.url));
const publicDir = fileURLToPath(new URL('./public/', import.meta.url));

const prepared = readPrepared(fileURLToPath(new URL('./prepared', import.meta.url)));

/** Puts together the site, made of what was read at the start, with what keeps and sends. */
const makeApp: MakeApp = ({ start, ports, writePdf, metrics, log, now, isReady }) => {
  const { config, content } = start;
  const site = makeSite(start, { publicDir, prepared, now });
  const app = createApp({
    ...site,
    ...ports,
    config,
    zegel: createSealedStand({ secrets: ports.secrets, vragen: content.vragen, now }),
    writeEml,
    writePdf,
    writePapier: writePdf,
    writeIcs,
    ...(metrics ? { metrics } : {}),
    log,
    isReady,
  });
  return { app, complete: site.publication.complete };
};

/** Settings → content → as many processes as are set. What is wrong stops the start with a sentence. */
async function start(): Promise<void> {
  const now = () => new Date();
  const worker = findWorker();
  if (worker) return runWorker(worker, root, makeApp, now);
  const gelezen = await readStart(root, prepared);
  const log = createLog(gelezen.config.logLevel);
  for (const waarschuwing of findWaarschuwingen(gelezen.content, now())) log.warn(waarschuwing, 'inhoud');
  return gelezen.config.processes === 1
    ? runSingle(gelezen, makeApp, log, now)
    : runPrimary(gelezen, log, now);
}

start().catch((error: unknown) => {
  const uitleg = error instanceof Error ? error.message : String(error);
  process.stderr.write(`RDM-wegwijzer start niet.\n${uitleg}\n`);
  process.exit(1);
});
