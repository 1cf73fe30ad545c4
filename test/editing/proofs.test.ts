import { expect, it } from 'vitest';
import { readPart } from '../../src/domain/editing/part.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import { createProofs } from '../../src/editing/proofs.ts';
import { makeEditing, makeWie, NO_EFFECT } from '../support/editing.ts';
import { projectFiles } from '../support/real-content.ts';

const anna = makeWie('anna');
const part = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
const was = readPart(projectFiles, part) as Record<string, unknown>;

function open() {
  const asked: Files[] = [];
  let fails = false;
  const place = makeEditing(async (_before, after) => {
    asked.push(after);
    if (fails) throw new Error('stuk');
    return NO_EFFECT;
  });
  const prove = async (id: string) => {
    const draft = await place.drafts.open(id);
    if (!draft) throw new Error('Er is geen concept.');
    return place.proofs.ofDraft(draft);
  };
  return { ...place, asked, prove, setFails: (on: boolean) => (fails = on) };
}

it('bewijst een concept één keer, en opnieuw na elke wijziging', async () => {
  const { drafts, asked, prove } = open();
  const id = await drafts.start(anna, 'Adres');
  await Promise.all([prove(id), prove(id)]);
  await prove(id);
  expect(asked).toHaveLength(1);
  await drafts.savePart(id, anna, part, was, { ...was, label: 'Anders' });
  await prove(id);
  expect(asked).toHaveLength(2);
  expect(readPart(asked[1] ?? {}, part)).toMatchObject({ label: 'Anders' });
});

it('bewijst opnieuw als er een vaste casus bij komt of weg gaat', async () => {
  const { drafts, vasteCasussen, asked, prove } = open();
  const id = await drafts.start(anna, 'Adres');
  await prove(id);
  await vasteCasussen.keep(anna, { naam: 'Vast', antwoorden: {}, uitkomst: 'geenTafel', tafels: [] });
  await prove(id);
  expect(asked).toHaveLength(2);
  const [kept] = await vasteCasussen.list();
  expect(await vasteCasussen.remove(anna, kept?.id ?? '')).toBe(true);
  expect(await vasteCasussen.remove(anna, kept?.id ?? '')).toBe(false);
  await prove(id);
  // Without that case it is as it was before.
  expect(asked).toHaveLength(2);
});

it('bewaart geen bewijs dat niet lukte', async () => {
  const { drafts, asked, prove, setFails } = open();
  const id = await drafts.start(anna, 'Adres');
  setFails(true);
  await expect(prove(id)).rejects.toThrow('stuk');
  setFails(false);
  expect(await prove(id)).toEqual(NO_EFFECT);
  expect(asked).toHaveLength(2);
});

it('houdt niet meer bewijzen bij de hand dan er worden bekeken', async () => {
  const { drafts, asked, prove } = open();
  const ids: string[] = [];
  for (let number = 0; number < 30; number++) ids.push(await drafts.start(anna, `Concept ${number}`));
  for (const id of ids) await prove(id);
  await prove(ids[29] ?? '');
  expect(asked).toHaveLength(30);
  await prove(ids[0] ?? '');
  expect(asked).toHaveLength(31);
});

it('bewijst opnieuw zodra het in Nederland een andere dag is', async () => {
  const { drafts, records } = makeEditing();
  const draft = await drafts.open(await drafts.start(anna, 'Adres'));
  if (!draft) throw new Error('Er is geen concept.');
  let [asked, moment] = [0, '2026-11-30T22:59:00Z'];
  const prove = async () => {
    asked += 1;
    return NO_EFFECT;
  };
  const proofs = createProofs({ records, prove, now: () => new Date(moment) });
  await proofs.ofDraft(draft);
  moment = '2026-11-30T23:01:00Z';
  await proofs.ofDraft(draft);
  expect(asked).toBe(2);
  moment = '2026-12-01T00:01:00Z';
  await proofs.ofDraft(draft);
  expect(asked).toBe(2);
});
