import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { BeheerRol } from '../../src/domain/editing/people.ts';
import { site } from './site.ts';

const run = promisify(execFile);
const cookies = new Map<BeheerRol, Promise<string>>();
let made = 0;

/** Invites somebody new to the running site as its operator does; gives the path of their link. */
export async function inviteByOperator(rol: BeheerRol): Promise<string> {
  made += 1;
  const email = `${rol}-${process.pid}-${made}@gemeente.example`;
  const cli = join(site.root, 'dist', 'cli', 'beheer-cli.js');
  const { stdout } = await run(process.execPath, [cli, 'nodig-uit', email, '--rol', rol], {
    cwd: site.root,
    env: { DATA_DIR: join(site.root, 'data') },
  });
  return new URL(stdout.trim()).pathname;
}

/** A session on the running site, as the value of its cookie; the same one for all tests of a file. */
function beginSession(rol: BeheerRol): Promise<string> {
  const begun =
    cookies.get(rol) ??
    inviteByOperator(rol).then(async (path) => {
      const answer = await fetch(`${site.url}${path}`, { method: 'POST', redirect: 'manual' });
      return /^beheer=([\w-]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
    });
  cookies.set(rol, begun);
  return begun;
}

/** Logs a browser in to `/beheer` of the running site, as somebody with this role. */
export async function logInBrowser(page: Page, rol: BeheerRol): Promise<void> {
  const value = await beginSession(rol);
  const { hostname } = new URL(site.url);
  await page
    .context()
    .addCookies([
      { name: 'beheer', value, domain: hostname, path: '/beheer', httpOnly: true, sameSite: 'Strict' },
    ]);
}

/** Begins a draft with nothing in it yet, as a redacteur; gives its path. */
export async function beginDraftInBrowser(page: Page): Promise<string> {
  await logInBrowser(page, 'redacteur');
  await page.goto('/beheer/concepten');
  await page.fill('#titel', 'Iets anders');
  await page.getByRole('button', { name: 'Begin een concept', exact: true }).click();
  await page.waitForURL(/gedaan=begonnen/);
  return new URL(page.url()).pathname;
}
