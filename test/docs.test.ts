import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { putSettings } from '../src/config.ts';
import { MAX_CASUS } from '../src/domain/casus/casus.ts';
import { MAX_SEALED } from '../src/domain/casus/sealed-casus.ts';
import { MAX_FORM } from '../src/web/referral/referral-desk.ts';
import { content, ROOT } from './support/real-content.ts';

const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'findings/README.md',
  'test/bench/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
/** History names what was there then. */
const LIVING = FILES.filter((file) => file !== 'CHANGELOG.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** All code, since the documentation may name a file without its whole folder. */
const SOURCES = ['src', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `/${folder}/${name}`),
);

/** The address of a heading, as repositories show it. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function listDeadLinks(file: string): string[] {
  return [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
    ([, path = '', anchor]) => {
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(ROOT, target))) return [`${path} is not there`];
      if (anchor === undefined) return [];
      const headings = [...read(target).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading));
      return headings.includes(anchor) ? [] : [`${target} has no heading #${anchor}`];
    },
  );
}

describe.each(LIVING)('%s', (file) => {
  it('has no dead link', () => {
    expect(listDeadLinks(file)).toEqual([]);
  });

  it('names files and commands that exist', () => {
    const code = [...read(file).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
    const paths = code.filter((text) => /^(src|test|rules|tables|views|docs|findings)\/[\w./-]*$/.test(text));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const short = code.filter((text) => /^[\w/-]+\.ts$/.test(text));
    expect(short.filter((name) => !SOURCES.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
    const commands = code.flatMap((text) => /^npm run ([\w:]+)/.exec(text)?.[1] ?? []);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});

describe('the documentation', () => {
  it('keeps the README short, with the two commands', () => {
    const readme = read('README.md');
    expect(readme.split(/\s+/).length).toBeLessThanOrEqual(1_200);
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
    expect(readme).toContain(`(${content.gemeenten.length} gemeenten`);
    expect(content.tafels.filter(({ soort }) => soort === 'overlegtafel')).toHaveLength(7);
  });

  it('has the settings as they are (npm run config:docs)', () => {
    expect(read('docs/install.md')).toBe(putSettings(read('docs/install.md')));
  });
});

it('the proxy of the manual lets through what the site takes: the largest form, and a page with two encrypted files', () => {
  const [, size] = /client_max_body_size (\d+)m;/.exec(read('docs/install.md')) ?? [];
  const bytes = Number(size) * 1024 * 1024;
  expect(bytes).toBeGreaterThan(MAX_FORM + 3 * MAX_CASUS);
  expect(bytes).toBeGreaterThan(MAX_CASUS + 2 * MAX_SEALED);
});

it('the back-up of the manual goes on after what is harmless in tar, an exit of 1, and after nothing else', () => {
  const [, rest = ''] = /\ntar -C .* rdm-wegwijzer( \|\| .*)\n/.exec(read('docs/operate.md')) ?? [];
  const run = (code: number) =>
    spawnSync('sh', ['-c', `set -e; (exit ${code})${rest}; echo on`]).stdout.toString();
  expect([0, 1, 2].map(run)).toEqual(['on\n', 'on\n', '']);
});
