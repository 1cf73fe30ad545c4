import { expect, it } from 'vitest';
import { readPart } from '../../src/domain/editing/part.ts';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { makeEditing, makeWie } from '../support/editing.ts';
import { projectFiles } from '../support/real-content.ts';

const [anna, bert] = [makeWie('anna'), makeWie('bert')];
const part = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
const was = readPart(projectFiles, part) as Record<string, unknown>;

it('een concept begint leeg en bewaart alleen wat verschilt', async () => {
  const { drafts, records } = makeEditing();
  const id = await drafts.start(anna, 'Nieuw adres');
  expect((await drafts.open(id))?.concept).toMatchObject({ basis: 0, bestanden: {}, gemaaktDoor: ['anna'] });
  expect(await drafts.savePart(id, anna, part, was, { ...was, waarde: 'nieuw@example.org' })).toEqual({
    soort: 'bewaard',
  });
  const draft = await drafts.open(id);
  expect(Object.keys(draft?.concept.bestanden ?? {})).toEqual([part.bestand]);
  expect(readPart(draft?.files ?? {}, part)).toEqual({ ...was, waarde: 'nieuw@example.org' });
  expect((await records.readLog(9)).map(({ wat, over }) => [wat, over])).toEqual([
    ['concept-gewijzigd', 'tables/contacten.json, zvh-e-mail'],
    ['concept-begonnen', 'Nieuw adres'],
  ]);
});

it('twee mensen die elk iets anders wijzigen, houden beide', async () => {
  const { drafts } = makeEditing();
  const id = await drafts.start(anna, 'Samen');
  await drafts.savePart(id, anna, part, was, { ...was, waarde: 'nieuw@example.org' });
  await drafts.savePart(id, bert, part, was, { ...was, label: 'Het ZVH' });
  const draft = await drafts.open(id);
  expect(readPart(draft?.files ?? {}, part)).toMatchObject({ waarde: 'nieuw@example.org', label: 'Het ZVH' });
  expect(draft?.concept.gemaaktDoor).toEqual(['anna', 'bert']);
});

it('wie hetzelfde wijzigt als een ander, ziet beide en overschrijft niets', async () => {
  const { drafts } = makeEditing();
  const id = await drafts.start(anna, 'Samen');
  await drafts.savePart(id, anna, part, was, { ...was, waarde: 'een@example.org' });
  const saved = await drafts.savePart(id, bert, part, was, { ...was, waarde: 'twee@example.org' });
  expect(saved).toMatchObject({
    soort: 'botsing',
    clashes: [{ path: ['waarde'], ours: 'twee@example.org', theirs: 'een@example.org' }],
  });
  expect(readPart((await drafts.open(id))?.files ?? {}, part)).toMatchObject({ waarde: 'een@example.org' });
});

it('vier mensen tegelijk verliezen niets', async () => {
  const { drafts, records } = makeEditing();
  const id = await drafts.start(anna, 'Druk');
  const words = Array.from({ length: 4 }, (_, number) => ({
    bestand: 'tables/woordenlijst.json',
    naam: `woord-${number}`,
  }));
  await Promise.all(
    words.map((ref) => drafts.savePart(id, bert, ref, undefined, { id: ref.naam, woord: ref.naam })),
  );
  const files = (await drafts.open(id))?.files ?? {};
  for (const ref of words) expect(readPart(files, ref)).toEqual({ id: ref.naam, woord: ref.naam });
  expect(await records.readLog(99)).toHaveLength(5);
});

it('wie er nooit tussen komt, hoort dat het niet is bewaard, als bij elke opslag die niet lukt', async () => {
  const { drafts, records } = makeEditing();
  const id = await drafts.start(anna, 'Druk');
  records.commit = async () => 'conflict';
  await expect(drafts.rename(id, anna, 'Anders')).rejects.toThrow(StorageFailure);
});

it('in wat gepubliceerd of ingetrokken is, verandert niets meer', async () => {
  const { drafts, publishing } = makeEditing();
  const id = await drafts.start(anna, 'Weg ermee');
  expect(await publishing.close(id, anna, 'ingetrokken', '')).toEqual({ ok: true });
  expect(await drafts.savePart(id, anna, part, was, { ...was, label: 'x' })).toEqual({ soort: 'dicht' });
  expect(await drafts.changeFiles(id, anna, 'x', () => ({}))).toBe(false);
  expect((await drafts.open(id))?.concept.bestanden).toEqual({});
});
