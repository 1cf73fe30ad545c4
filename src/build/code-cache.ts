import { setTimeout as wait } from 'node:timers/promises';
import { keepCodeCaches, runBundle } from '../run-bundle.ts';

// Runs the bundled server until its first page, and keeps what V8 compiled for that, so that a start need not.
const [, , url] = process.argv;

runBundle();
while (!(await fetch(`${url}/vragen/acuut-gevaar`).catch(() => null))?.ok) await wait(20);
keepCodeCaches();
process.exit();
