import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CODE_CACHE, compileBundle, runBundle } from './run-bundle.ts';

// Runs the bundled server until its first page, and keeps what V8 compiled for that, so that a start need not.
const [, , url] = process.argv;

const script = compileBundle();
runBundle(script);
while (!(await fetch(`${url}/vragen/acuut-gevaar`).catch(() => null))?.ok) await wait(20);
writeFileSync(CODE_CACHE, script.createCachedData());
process.exit();
