import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const SRC = new URL('../src/', import.meta.url).pathname;

/** What each room of `src/` may import beside itself: other rooms, and packages. The innermost room of a file counts. */
const MAY_IMPORT: readonly (readonly [room: string, rooms: string, packages: string])[] = [
  // 0: pure, no I/O
  ['domain', '', 'zod'],
  ['domain/evaluation', 'domain', 'json-rules-engine'],
  // 1: adapters, which know the domain and never each other
  ['content', 'domain', 'node zod'],
  ['documents', 'domain', 'node nodemailer pdfkit fontkit qrcode-generator'],
  ['storage', 'domain', 'node'],
  ['storage/folder', 'domain storage', 'node zod lowdb'],
  ['storage/postgres', 'domain storage', 'node pg'],
  ['sending', 'domain', 'node nodemailer zod'],
  ['login', 'domain', 'node openid-client'],
  ['search', 'domain', 'node minisearch snowball-stemmers'],
  ['stand', 'domain', 'node'],
  ['templates', 'domain', 'node handlebars'],
  // 2: the one way of a referral
  ['referral', 'domain', ''],
  // 2: drafts and versions of the content
  ['editing', 'domain', ''],
  // 3: what visitors and programs meet; of the services only their type
  ['http', '', 'node express express-rate-limit pino prom-client helmet zod @fastify/busboy'],
  ['web', 'domain referral editing http services.ts', 'node express zod @viz-js/viz diff'],
  ['api', 'domain referral http services.ts', 'node express zod zod-openapi'],
  // main: all that is put together at the start, and the programs beside it
  ['app', 'web api http services.ts', 'express compression'],
  ['config', 'domain http login sending storage', 'node zod'],
  ['server', 'config domain content editing documents storage sending templates http', 'node pino'],
  ['cli', 'config domain content editing login stand storage server', 'node'],
  ['build', '', 'node'],
];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const sources = new Map(files.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]));
const imports = new Map([...sources].map(([path, source]) => [path, listImports(path, source)]));

/** What a file imports, types included: paths within `src/`, and names of packages. */
function listImports(path: string, source: string): string[] {
  const names = source.matchAll(/^(?:import|export) [^;]*? from '([^']+)';$|\bimport\('([^']+)'\)/gm);
  return [...names].map(([, from, lazy]) => {
    const name = from ?? lazy ?? '';
    if (name.startsWith('.')) return relative(SRC, join(SRC, dirname(path), name));
    return name.startsWith('node:')
      ? 'node'
      : name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/');
  });
}

const isIn = (room: string, path: string) =>
  path === room || path === `${room}.ts` || path.startsWith(`${room}/`);

it('de kamers van src/ kennen alleen de kamers en pakketten die ze mogen kennen', () => {
  const wrong = files.flatMap((path) => {
    const rule = MAY_IMPORT.findLast(([room]) => isIn(room, path));
    if (!rule) return [];
    const allowed = rule.join(' ').split(' ');
    return (imports.get(path) ?? [])
      .filter((name) => !allowed.some((room) => isIn(room, name)))
      .map((name) => `${path} → ${name}`);
  });
  expect(wrong).toEqual([]);
});

it('niets in src/ wijst in een kring naar zichzelf, typen meegeteld', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of files) walk(path, []);
  expect(circles).toEqual([]);
});

it('er staat geen kamer in de tabel die er niet is', () => {
  const rooms = MAY_IMPORT.flatMap(([room, rooms]) => [room, ...rooms.split(' ')]).filter(
    (room) => room !== '',
  );
  expect(rooms.filter((room) => !files.some((path) => isIn(room, path)))).toEqual([]);
});
