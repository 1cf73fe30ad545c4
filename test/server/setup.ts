import type { TestProject } from 'vitest/node';
import { buildSite } from '../support/build-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a built site, for the tests that start a server of their own. */
    readonly builtRoot: string;
  }
}

/** Before all tests of the real server: the site, built once. Vitest calls what is returned at the end. */
export function setup(project: TestProject): () => void {
  const { root, remove } = buildSite();
  project.provide('builtRoot', root);
  return remove;
}
