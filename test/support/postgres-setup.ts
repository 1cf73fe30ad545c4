import type { TestProject } from 'vitest/node';
import { createPostgresServer, installPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The port of a PostgreSQL on this machine, for the tests that need a database of their own. */
    readonly postgresPort: number;
  }
}

/** Before all tests of the storage: one PostgreSQL for all of them. Vitest calls what is returned at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  installPostgres();
  const { port, remove } = await createPostgresServer();
  project.provide('postgresPort', port);
  return remove;
}
