import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

// Puts the server and the thread that makes PDFs, with the packages that they use, into a few files: to look up, read and
// compile the thousand files that they come in takes longer than all the rest of the start.
const dist = fileURLToPath(new URL('../', import.meta.url));

await build({
  input: { server: `${dist}server.js`, 'render-worker': `${dist}adapters/pdf/render-worker.js` },
  platform: 'node',
  // What is loaded only when it is needed, or finds its own files beside it, stays where it is.
  external: [/^@viz-js\//, /^nodemailer/, 'pdfkit', 'fontkit'],
  output: { dir: dist, format: 'esm', chunkFileNames: 'chunks/[name].js' },
  logLevel: 'warn',
});
