import { expect, it } from 'vitest';
import { readPart, writePart } from '../../src/domain/editing/part.ts';
import { makeEditing, makeWie } from '../support/editing.ts';
import { projectFiles } from '../support/real-content.ts';

const [anna, bert, carla] = [makeWie('anna'), makeWie('bert', 'uitgever'), makeWie('carla')];
const part = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
const bron = { bestand: 'tables/bronnen.json', naam: 'vrtwente-zvh' };
const live = readPart(projectFiles, part) as Record<string, unknown>;
const isSeen = () => true;

it('"nog juist" zet de datum van vandaag in een eigen concept, en het volgende komt daarbij', async () => {
  const { checking, drafts } = makeEditing();
  expect(await checking.find(anna)).toBeNull();
  const first = await checking.confirm(anna, 'Nagekeken', part, isSeen);
  const second = await checking.confirm(anna, 'Nagekeken', bron, isSeen);
  expect(second).toEqual(first);
  const found = await checking.find(anna);
  expect(found).toMatchObject({ titel: 'Nagekeken', parts: [bron, part] });
  const draft = await drafts.open(found?.id ?? '');
  expect(readPart(draft?.files ?? {}, part)).toEqual({ ...live, gecontroleerd: '2026-11-30' });
  expect(readPart(draft?.files ?? {}, bron)).toMatchObject({ geraadpleegd: '2026-11-30' });
  expect(draft?.concept.gemaaktDoor).toEqual(['anna']);
});

it('"nog juist" bij wat alleen uit een oude lijst komt, neemt ook de twijfel weg', async () => {
  const { checking, drafts } = makeEditing();
  const old = { ...part, naam: 'dinkelland-telefoon' };
  const value = readPart(projectFiles, old) as Record<string, unknown>;
  expect(value).toMatchObject({ laatstBekend: 2020 });
  const first = await checking.confirm(anna, 'Nagekeken', old, isSeen);
  if (first.soort !== 'genoteerd') throw new Error('It was not noted.');
  const read = async () => readPart((await drafts.open(first.concept))?.files ?? {}, old);
  const { laatstBekend: _, ...rest } = value;
  expect(await read()).toEqual({ ...rest, gecontroleerd: '2026-11-30' });
  // Once more is no clash; another year in the draft is.
  expect(await checking.confirm(anna, 'Nagekeken', old, isSeen)).toEqual(first);
  await drafts.savePart(first.concept, anna, old, await read(), { ...value, laatstBekend: 2021 });
  expect(await checking.confirm(anna, 'Nagekeken', old, isSeen)).toMatchObject({ soort: 'botsing' });
});

it('"nog juist" kan ook op de dag van de controle zelf, zolang er nog een oud jaar bij staat', async () => {
  const { checking, drafts, publishing } = makeEditing();
  const id = await drafts.start(anna, 'Een oud jaar');
  await drafts.savePart(id, anna, part, live, { ...live, gecontroleerd: '2026-11-30', laatstBekend: 2022 });
  await publishing.offer(id, anna, '');
  await publishing.publish(id, (await drafts.open(id))?.revision ?? 0, bert, '');
  expect(await checking.confirm(anna, 'Nagekeken', part, isSeen)).toMatchObject({ soort: 'genoteerd' });
});

it('een ander krijgt een eigen concept; een dat is aangeboden, blijft zoals het is', async () => {
  const { checking, drafts, publishing } = makeEditing();
  const hers = await checking.confirm(anna, 'Nagekeken', part, isSeen);
  const his = await checking.confirm(carla, 'Nagekeken', part, isSeen);
  expect(his).not.toEqual(hers);
  if (hers.soort !== 'genoteerd') throw new Error('It was not noted.');
  await publishing.offer(hers.concept, anna, '');
  const next = await checking.confirm(anna, 'Nagekeken', bron, isSeen);
  expect(next).toMatchObject({ soort: 'genoteerd' });
  expect(next).not.toEqual(hers);
  expect((await drafts.open(hers.concept))?.concept.status).toBe('aangeboden');
});

it('nog een keer op dezelfde of een andere dag is geen botsing', async () => {
  const { checking, drafts } = makeEditing();
  const first = await checking.confirm(anna, 'Nagekeken', part, isSeen);
  if (first.soort !== 'genoteerd') throw new Error('It was not noted.');
  await drafts.changeFiles(first.concept, anna, 'proef', (files) =>
    writePart(files, part, { ...live, gecontroleerd: '2026-11-29' }),
  );
  expect(await checking.confirm(anna, 'Nagekeken', part, isSeen)).toEqual(first);
  const draft = await drafts.open(first.concept);
  expect(readPart(draft?.files ?? {}, part)).toMatchObject({ gecontroleerd: '2026-11-30' });
});

it('wat iemand zag moet zijn wat nu op de site staat', async () => {
  const { checking, drafts, publishing } = makeEditing();
  const id = await drafts.start(anna, 'Nieuw adres');
  await drafts.savePart(id, anna, part, live, { ...live, waarde: 'nieuw@example.org' });
  await publishing.offer(id, anna, '');
  await publishing.publish(id, (await drafts.open(id))?.revision ?? 0, bert, '');
  const isOldSeen = (value: unknown) => (value as typeof live).waarde === live.waarde;
  expect(await checking.confirm(anna, 'Nagekeken', part, isOldSeen)).toEqual({ soort: 'anders' });
  const gone = { ...part, naam: 'bestaat-niet' };
  expect(await checking.confirm(anna, 'Nagekeken', gone, isSeen)).toEqual({ soort: 'anders' });
  expect(await checking.find(anna)).toBeNull();
});

it('wat het concept zelf verandert, is niet "nog juist"', async () => {
  const { checking, drafts } = makeEditing();
  const first = await checking.confirm(anna, 'Nagekeken', bron, isSeen);
  if (first.soort !== 'genoteerd') throw new Error('It was not noted.');
  await drafts.savePart(first.concept, anna, part, live, { ...live, waarde: 'nieuw@example.org' });
  expect(await checking.confirm(anna, 'Nagekeken', part, isSeen)).toEqual({
    soort: 'botsing',
    concept: first.concept,
  });
  expect(readPart((await drafts.open(first.concept))?.files ?? {}, part)).toMatchObject({
    gecontroleerd: live.gecontroleerd,
  });
});
