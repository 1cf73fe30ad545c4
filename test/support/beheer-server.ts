import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BeheerRol } from '../../src/domain/editing/people.ts';
import { createSessions } from '../../src/login/sessions.ts';
import { openFolder } from '../../src/storage/folder/folder-storage.ts';
import { createSessionCookie } from '../../src/web/beheer/browser.ts';
import { findFreePort } from './free-port.ts';
import { startProcess, waitUntilReady } from './server-process.ts';

/** A cookie as Playwright takes it. */
interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly httpOnly: boolean;
  readonly sameSite: 'Strict';
}

/** A running site with one person of each role. */
export interface BeheerServer {
  readonly url: string;
  readonly cookies: Readonly<Record<BeheerRol, Cookie>>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a built site with one person of each role, who are logged in: their cookies are made before it starts, since it has
 * its folder for itself.
 */
export async function startBeheerServer(root: string): Promise<BeheerServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rdm-'));
  const dataDir = join(folder, 'data');
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const now = () => new Date();
  const store = await openFolder({
    dataDir,
    now,
    onError: (fault) => {
      throw fault;
    },
  });
  const { name } = createSessionCookie(url);
  const enter = async (rol: BeheerRol): Promise<Cookie> => {
    const { token, change } = createSessions(store.records, now).prepare(rol, 'Browser van de proef');
    const value = { email: `${rol}@gemeente.example`, rol, sinds: now().toISOString(), actief: true };
    await store.records.commit([{ kind: 'medewerker', id: rol, revision: 0, value }, change]);
    const rest = { domain: '127.0.0.1', path: '/beheer', httpOnly: true, sameSite: 'Strict' } as const;
    return { name, value: token, ...rest };
  };
  const cookies = {
    redacteur: await enter('redacteur'),
    uitgever: await enter('uitgever'),
    beheerder: await enter('beheerder'),
  };
  await store.close();
  const server = await startProcess(root, {
    PORT: String(port),
    DATA_DIR: dataDir,
    STAND_SECRETS: 'een-geheim-voor-de-recepten-van-minstens-32-tekens',
    LOG_LEVEL: 'silent',
  });
  await waitUntilReady(server);
  return {
    ...{ url, cookies },
    stop: async () => {
      server.child.kill('SIGTERM');
      await server.ended;
      rmSync(folder, { recursive: true });
    },
  };
}
