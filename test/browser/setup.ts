import type { TestProject } from 'vitest/node';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';
import { installChromiumIfMissing } from '../support/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly site: Pick<BuiltServer, 'url' | 'root' | 'secret'>;
  }
}

/** Before all browser tests: a browser, and the built site running. Vitest calls what is returned at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  installChromiumIfMissing();
  const { url, root, secret, stop } = await startBuiltServer();
  project.provide('site', { url, root, secret });
  return stop;
}
