import { createHash } from 'node:crypto';
import { SOORTEN } from '../../src/content/content-parts.ts';
import { readContentFiles } from '../../src/content/load-content.ts';
import { listPartChanges } from '../../src/content/prove-files.ts';
import type { VasteCasus } from '../../src/domain/editing/draft.ts';
import type { BeheerRol, Wie } from '../../src/domain/editing/people.ts';
import type { Proof } from '../../src/domain/editing/proof.ts';
import type { Kept } from '../../src/domain/editing/records.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import { createEditing } from '../../src/editing/editing.ts';
import { createMemoryRecords } from './memory-records.ts';
import { projectFiles as contentFiles } from './real-content.ts';

/** Somebody with a role. */
export const makeWie = (id: string, rol: BeheerRol = 'redacteur'): Wie => ({
  id,
  email: `${id}@example.org`,
  rol,
});

export const NO_EFFECT: Proof = {
  fouten: [],
  letOp: [],
  waarschuwingen: [],
  wijzigingen: [],
  advies: { verandert: false, effecten: [] },
  vasteCasussen: [],
};

type Prove = (before: Files, after: Files, cases: readonly Kept<VasteCasus>[]) => Promise<Proof>;

/** Editing of the real content, in memory; the proof says what a test wants it to say. */
export function makeEditing(prove: Prove = async () => NO_EFFECT, projectFiles = contentFiles) {
  const records = createMemoryRecords();
  let count = 0;
  const start = (files: Files) =>
    createEditing({
      records,
      projectFiles: files,
      programma: () => createHash('sha256').update(JSON.stringify(files)).digest('hex'),
      prove,
      listChanges: listPartChanges,
      read: (some) => readContentFiles(some).content,
      soorten: SOORTEN,
      now: () => new Date(Date.UTC(2026, 10, 30, 12, 0, count++)),
      newId: () => `c${++count}`,
    });
  return { records, ...start(projectFiles), restart: start };
}
