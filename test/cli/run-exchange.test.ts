import { expect, it } from 'vitest';
import { runExchange } from '../../src/cli/run-exchange.ts';
import { readFolderFiles } from '../../src/content/content-source.ts';
import { readPart, writePart } from '../../src/domain/editing/part.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import { copyContent } from '../support/content-copy.ts';
import { makeEditing, makeWie } from '../support/editing.ts';

const PART = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
const [anna, bert] = [makeWie('anna'), makeWie('bert', 'uitgever')];

/** A folder of content, and a site on which one address was changed and published. */
async function open(uncommitted: readonly string[] = []) {
  const root = copyContent();
  const own = readFolderFiles(root);
  const place = makeEditing(undefined, own);
  const id = await place.drafts.start(anna, 'Adres');
  const was = readPart(own, PART) as object;
  await place.drafts.savePart(id, anna, PART, was, { ...was, label: 'Van de site' });
  await place.publishing.offer(id, anna, '');
  await place.publishing.publish(id, (await place.drafts.open(id))?.revision ?? 0, bert, '');
  const output: string[] = [];
  const run = (...args: string[]) =>
    runExchange({
      args,
      desk: { ...place.records, close: async () => {} },
      root,
      files: readFolderFiles(root),
      listUncommitted: () => uncommitted,
      now: () => new Date(0),
      newId: () => 'ingelezen',
      print: (tekst) => output.push(tekst),
      printFault: (tekst) => output.push(tekst),
    });
  return { ...place, root, own, output, run };
}

it('schrijft de nieuwste versie, of een oudere, en alleen wat anders is', async () => {
  const { root, run, output, own } = await open();
  expect(await run('export')).toBe(0);
  expect(readPart(readFolderFiles(root), PART)).toMatchObject({ label: 'Van de site' });
  expect(output.join('')).toContain('Versie 1 staat in rules/ en tables/.\n  tables/contacten.json\n');
  expect(await run('export', '2')).toBe(1);
  expect(await run('export', '1')).toBe(0);
  expect(output.join('')).toContain('Er veranderde niets.');
  expect(Object.keys(readFolderFiles(root))).toEqual(Object.keys(own));
});

it('overschrijft niets wat niet in git staat, tenzij dat is gevraagd', async () => {
  const { root, run, own, output } = await open(['tables/rollen.json']);
  expect(await run('export')).toBe(1);
  expect(output.join('')).toContain('tables/rollen.json');
  expect(readFolderFiles(root)).toEqual(own);
  expect(await run('export', '--force')).toBe(0);
  expect(readPart(readFolderFiles(root), PART)).toMatchObject({ label: 'Van de site' });
});

it('biedt de bestanden aan als concept dat een uitgever goedkeurt', async () => {
  const { run, drafts, publishing, records } = await open();
  expect(await run('import')).toBe(0);
  const draft = await drafts.open('ingelezen');
  expect(draft?.concept).toMatchObject({ status: 'aangeboden', basis: 1 });
  expect(await publishing.publish('ingelezen', draft?.revision ?? 0, anna, '')).toMatchObject({
    waarom: 'rol',
  });
  expect(await publishing.publish('ingelezen', draft?.revision ?? 0, bert, '')).toEqual({ ok: true });
  expect(await records.findLiveVersion()).toBe(2);
  expect((await records.readLog(2)).map(({ wat }) => wat)).toEqual([
    'versie-uitgegeven',
    'concept-ingelezen',
  ]);
});

it('biedt niets aan wat gelijk is of fouten heeft', async () => {
  const { run, records, output, root } = await open();
  expect(await run('export')).toBe(0);
  expect(await run('import')).toBe(0);
  expect(output.join('')).toContain('Er is niets te doen.');
  const files: Files = readFolderFiles(root);
  const broken = writePart(files, PART, { ...(readPart(files, PART) as object), waarde: 'geen adres' });
  const code = await runExchange({
    args: ['import'],
    desk: { ...records, close: async () => {} },
    ...{ root, files: broken, listUncommitted: () => [], now: () => new Date(0), newId: () => 'x' },
    print: (tekst) => output.push(tekst),
    printFault: (tekst) => output.push(tekst),
  });
  expect(code).toBe(1);
  expect(output.join('')).toContain('De bestanden hebben fouten.');
  expect(await records.read('concept', 'x')).toBeNull();
});

it.each([[[]], [['export', 'x']], [['export', '1', '2']], [['import', '1']], [['weg']]])(
  'legt uit wat kan bij %j',
  async (args) => {
    const { run, output } = await open();
    expect(await run(...args)).toBe(1);
    expect(output.join('')).toContain('npm run content:import');
  },
);
