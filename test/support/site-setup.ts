import type { TestProject } from 'vitest/node';
import { buildSite } from './build-site.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { HEADLESS_CHROMIUM } from './chromium.ts';
import { FIREFOX } from './firefox.ts';
import { installIfMissing } from './installed-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a built site, for the tests that start a server of their own. */
    readonly builtRoot: string;
    /** That site, running. */
    readonly site: Pick<BuiltServer, 'url' | 'root' | 'secret'>;
  }
}

/**
 * Before all tests of the built site: the site, built once and running, and two browsers on this machine (where one
 * is missing the tests that need it say how to install it). Vitest calls what is returned at the end.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { root, remove } = buildSite();
  project.provide('builtRoot', root);
  const { url, secret, stop } = await startBuiltServer(root);
  project.provide('site', { url, root, secret });
  installIfMissing([HEADLESS_CHROMIUM, FIREFOX]);
  return async () => {
    await stop();
    remove();
  };
}
