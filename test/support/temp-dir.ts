import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is removed after the test; without the app that `test-app.ts` brings along. */
export function makeTempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rdm-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
