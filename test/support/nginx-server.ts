import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { onTestFinished, vi } from 'vitest';
import { findFreePort } from './free-port.ts';
import { isRoot, needProgram, type Program } from './installed-program.ts';
import { ROOT } from './real-content.ts';
import { makeTempDir } from './temp-dir.ts';

/** The proxy of the manual. */
export const NGINX: Program = {
  naam: 'nginx',
  names: ['nginx', '../sbin/nginx'],
  variable: 'NGINX_PATH',
  debian: 'nginx-light',
};

/** Where nginx writes when it is told nothing else; that needs rights that a test has not. */
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** A proxy that runs, in front of servers of the site. */
export interface Nginx {
  /** Over https, with a certificate that nobody trusts. */
  readonly port: number;
  /** What went wrong in it, by its own words. */
  readonly faults: () => string;
}

/** The configuration in docs/install.md: for a reader that has it in front of servers on these ports of this machine. */
function readManual(ports: readonly number[]): string {
  const manual = readFileSync(join(ROOT, 'docs', 'install.md'), 'utf8');
  const [, config = ''] = /```nginx\n(log_format [^`]+)```/.exec(manual) ?? [];
  const [, example = ''] = /```nginx\n(upstream [^`]+)```/.exec(manual) ?? [];
  // One server stands in the whole; the other form, for several, in place of it.
  const one = /^upstream .*$/m;
  const listed = ports.map((port, index) => [`127.0.0.1:${3001 + index}`, `127.0.0.1:${port}`] as const);
  const several = listed.reduce((text, [name, real]) => text.replace(name, real), example);
  if (!one.test(config) || !listed.every(([, real]) => several.includes(real)))
    throw new Error('docs/install.md has no configuration of nginx for so many servers.');
  return config.replace(one, several);
}

/** Starts nginx with the configuration of docs/install.md, until the end of the test; only ports and folders are other ones. */
export async function startNginx(
  ports: readonly number[],
  change = (config: string) => config,
): Promise<Nginx> {
  const folder = makeTempDir();
  const file = (name: string) => join(folder, name);
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  writeFileSync(file('cert.pem'), cert);
  writeFileSync(file('key.pem'), key, { mode: 0o600 });
  const [port, plain] = [await findFreePort(), await findFreePort()];
  const config = change(readManual(ports))
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ', `listen 127.0.0.1:${port} `)
    .replace('/etc/letsencrypt/live/wegwijzer.example/fullchain.pem', file('cert.pem'))
    .replace('/etc/letsencrypt/live/wegwijzer.example/privkey.pem', file('key.pem'))
    .replaceAll('/var/log/nginx/', `${folder}/`)
    // What the manual leaves out of the log is what a test wants to see.
    .replace(/^( *error_log .*) crit;$/m, '$1 warn;');
  const temporary = TEMPORARY.map((kind) => `${kind}_temp_path ${file(kind)};`).join('\n');
  writeFileSync(
    file('nginx.conf'),
    `daemon off; pid ${file('pid')}; error_log ${file('main.log')} warn; worker_processes 1;
    ${isRoot ? 'user root;' : ''}
    events {}
    http { ${temporary}\n${config} }`,
  );
  const child = spawn(needProgram(NGINX), ['-e', file('main.log'), '-c', file('nginx.conf')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onTestFinished(async () => {
    const ended = child.exitCode === null && once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  });
  const readAll = () =>
    ['main.log', 'rdm-wegwijzer-error.log']
      .map(file)
      .filter(existsSync)
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
  await vi.waitFor(() => {
    if (child.exitCode !== null) throw new Error(`nginx does not start:\n${readAll()}`);
    if (!existsSync(file('pid'))) throw new Error('nginx has not started yet.');
  });
  return { port, faults: readAll };
}
