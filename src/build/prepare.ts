import { fileURLToPath } from 'node:url';
import { makeSite } from '../make-site.ts';
import { createPreparation } from '../published/prepared.ts';
import { readStart, StartFout } from '../server/read-start.ts';

// The last step of the build: makes all that is the same for every visitor, and keeps what took long for the start.
const root = fileURLToPath(new URL('../../', import.meta.url));
const publicDir = fileURLToPath(new URL('../public/', import.meta.url));
const file = fileURLToPath(new URL('../prepared', import.meta.url));

const prepared = createPreparation();
try {
  const site = makeSite(await readStart(root, prepared), { publicDir, prepared, now: () => new Date() });
  await site.publication.complete();
} catch (error) {
  // What people wrote wrong the start tells, with the same words; it needs nothing of this.
  if (!(error instanceof StartFout)) throw error;
}
prepared.save(file);
